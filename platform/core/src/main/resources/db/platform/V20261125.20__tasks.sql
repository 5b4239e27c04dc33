-- What waits for whom, and what people were told.

create table task (
    id              uuid primary key,
    version         int         not null,
    kind            text        not null,
    record_type     text        not null,
    record_id       uuid        not null,
    record_label    text        not null,
    assignee_person text,
    assignee_role   text,
    assignee_unit   text,
    status          text        not null,
    due             timestamptz,
    text_key        text        not null,
    arguments       jsonb       not null,
    rule            text,
    opened_by       text        not null,
    opened_at       timestamptz not null,
    closed_by       text,
    closed_at       timestamptz,
    check (coalesce(assignee_person, assignee_role, assignee_unit) is not null)
);
create unique index task_waits_once on task (kind, record_id, assignee_person, assignee_role, assignee_unit)
    nulls not distinct where status = 'OPEN';
create index task_record on task (record_id);
create index task_open_person on task (assignee_person) where status = 'OPEN';
create index task_open_group on task (assignee_role, assignee_unit) where status = 'OPEN' and assignee_person is null;
create index task_closed_person on task (assignee_person, closed_at) where status <> 'OPEN';
create index task_closed_by on task (closed_by, closed_at) where status <> 'OPEN';

create table notice (
    id           uuid primary key,
    version      int         not null,
    sender       text        not null,
    recipient    text        not null,
    record_type  text        not null,
    record_id    uuid        not null,
    record_label text        not null,
    text_key     text        not null,
    arguments    jsonb       not null,
    deadline     timestamptz,
    urgent       boolean     not null,
    told_at      timestamptz not null,
    read_at      timestamptz
);
create index notice_recipient on notice (recipient, id);
create index notice_unread on notice (recipient, id) where read_at is null;
create index notice_record on notice (record_id, id);

-- A closed task stays as it was closed, and none is removed.
create function refuse_reopening() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.status <> 'OPEN' then
        raise exception 'a closed task stays as it is, and none is removed';
    end if;
    return new;
end
$$;
create trigger task_stays before update or delete on task for each row execute function refuse_reopening();

-- What a notice says is evidence: only that it was read may be added, once.
create function refuse_rewriting() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE'
        or (new.id, new.sender, new.recipient, new.record_type, new.record_id, new.record_label, new.text_key,
            new.arguments, new.deadline, new.urgent, new.told_at)
           is distinct from
           (old.id, old.sender, old.recipient, old.record_type, old.record_id, old.record_label, old.text_key,
            old.arguments, old.deadline, old.urgent, old.told_at)
        or (old.read_at is not null and new.read_at is distinct from old.read_at) then
        raise exception 'what a notice says is never changed';
    end if;
    return new;
end
$$;
create trigger notice_stays before update or delete on notice for each row execute function refuse_rewriting();
