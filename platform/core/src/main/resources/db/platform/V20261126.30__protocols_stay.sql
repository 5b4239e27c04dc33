-- Of the evidence no line is rewritten: later ones are added, and what was agreed to, who wrote it and of which record it is
-- stays as it was handed in. Sets have no order, and what a later release left null is the same line.
create function begins_with(protocol jsonb, beginning jsonb) returns boolean language sql immutable as
$$
    select jsonb_strip_nulls(beginning) = jsonb_strip_nulls(coalesce(jsonb_agg(line order by place), '[]'))
    from jsonb_array_elements(protocol) with ordinality as lines (line, place)
    where place <= jsonb_array_length(beginning)
$$;

create or replace function refuse_undoing_approval() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE'
        or not begins_with(new.protocol, old.protocol)
        or (new.record_type, new.record_id, new.checksum, new.opened_at)
            is distinct from (old.record_type, old.record_id, old.checksum, old.opened_at)
        or not (new.authors @> old.authors and old.authors @> new.authors)
        or not (new.apart @> old.apart and old.apart @> new.apart)
        or old.status not in ('OPEN', 'STUCK') and not (old.status = 'APPROVED' and new.status = 'VOID') then
        raise exception 'what became of an approval stays on record';
    end if;
    return new;
end
$$;
