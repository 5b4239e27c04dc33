-- Who has to agree to which content of which record, and what he said.
create table approval (
    id           uuid primary key,
    version      int         not null,
    record_type  text        not null,
    record_id    uuid        not null,
    record_label text        not null,
    profile      text,
    unit         text,
    status       text        not null,
    checksum     text        not null,
    authors      jsonb       not null,
    apart        jsonb       not null,
    steps        jsonb       not null,
    at_step      int         not null,
    protocol     jsonb       not null,
    waiting      varchar[]   not null,
    involved     varchar[]   not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    look_at      timestamptz
);
create unique index approval_under_way on approval (record_id) where status in ('OPEN', 'STUCK');
create index approval_record on approval (record_id, id);
create index approval_waiting on approval using gin (waiting) where status = 'OPEN';
create index approval_involved on approval using gin (involved);
create index approval_status on approval (status, id);
create index approval_look on approval (look_at) where look_at is not null;

-- The protocol is evidence: what was closed is at most void later, and none is removed.
create function refuse_undoing_approval() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE'
        or jsonb_array_length(new.protocol) < jsonb_array_length(old.protocol)
        or old.status not in ('OPEN', 'STUCK') and not (old.status = 'APPROVED' and new.status = 'VOID') then
        raise exception 'what became of an approval stays on record';
    end if;
    return new;
end
$$;
create trigger approval_stays before update or delete on approval
    for each row execute function refuse_undoing_approval();
