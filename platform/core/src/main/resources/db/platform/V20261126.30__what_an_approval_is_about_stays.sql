-- Its content, whose it is, and each line of its protocol stay as they were; of what is approved only that it became void is added.
create function same_json(one jsonb, other jsonb) returns boolean language sql immutable as
    'select one @> other and one <@ other'; -- sets are written in any order

create or replace function refuse_undoing_approval() returns trigger language plpgsql as
$$
declare
    beginning jsonb;
begin
    if tg_op = 'DELETE' then
        raise exception 'what became of an approval stays on record';
    end if;
    select coalesce(jsonb_agg(entry order by line), '[]') into beginning
        from jsonb_array_elements(new.protocol) with ordinality as said (entry, line)
        where line <= jsonb_array_length(old.protocol);
    if beginning <> old.protocol
        or (new.record_type, new.record_id, new.checksum, new.opened_at)
            is distinct from (old.record_type, old.record_id, old.checksum, old.opened_at)
        or not same_json(new.authors, old.authors)
        or not same_json(new.apart, old.apart)
        or old.status not in ('OPEN', 'STUCK')
            and not (old.status = 'APPROVED' and new.status = 'VOID' and same_json(new.steps, old.steps)) then
        raise exception 'what became of an approval stays on record';
    end if;
    return new;
end
$$;
