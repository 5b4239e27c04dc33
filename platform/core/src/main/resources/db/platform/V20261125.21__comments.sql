-- Mail and acknowledgment of notices, comments and questions, entrusted tasks.

alter table task
    add column due_or_never timestamptz not null generated always as (coalesce(due, '9999-12-31 00:00:00+00')) stored;

alter table notice
    add column acknowledge_by    timestamptz,
    add column acknowledged_at   timestamptz,
    add column unacknowledged_at timestamptz,
    add column mail_status       text not null default 'WAITING',
    add column mail_at           timestamptz,
    add column mail_attempts     int  not null default 0,
    add column mail_reason       text,
    add column mail_to           text,
    add column mail_subject      text,
    add column mail_text         text;
create index notice_to_mail on notice (mail_at) where mail_status = 'WAITING';
create index notice_to_acknowledge on notice (acknowledge_by)
    where acknowledge_by is not null and acknowledged_at is null and unacknowledged_at is null;

-- In which language people want their mail; Chinese where nothing stands here.
create table notice_reader (
    username text primary key,
    language text not null
);

create table comment (
    id           uuid primary key,
    version      int         not null,
    record_type  text        not null,
    record_id    uuid        not null,
    record_label text        not null,
    parent       uuid references comment,
    author       text        not null,
    text         text        not null,
    to_person    text,
    to_unit      text,
    status       text        not null,
    said_at      timestamptz not null,
    answer_due   timestamptz,
    overdue_at   timestamptz,
    answered_by  text,
    answered_at  timestamptz,
    withdrawn_at timestamptz
);
create index comment_record on comment (record_id, id);
create index comment_to_answer on comment (answer_due) where status = 'OPEN';

create table entrusted_task (
    id           uuid primary key,
    version      int         not null,
    number       text        not null unique,
    person       text        not null,
    given_by     text        not null,
    given_at     timestamptz not null,
    text         text        not null,
    due          timestamptz not null,
    record_type  text,
    record_id    uuid,
    record_label text,
    status       text        not null,
    remarks      text,
    answered_by  text,
    answered_at  timestamptz,
    overdue_at   timestamptz
);
create sequence entrusted_task_number;
create index entrusted_task_person on entrusted_task (person, id);
create index entrusted_task_given_by on entrusted_task (given_by, id);
create index entrusted_task_due on entrusted_task (due) where overdue_at is null and status in ('GIVEN', 'ACCEPTED');

-- What a notice says is evidence, and so is what was mailed of it: whatever happens to it is added once.
create or replace function refuse_rewriting() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE'
        or (new.id, new.sender, new.recipient, new.record_type, new.record_id, new.record_label, new.text_key,
            new.arguments, new.deadline, new.urgent, new.told_at, new.acknowledge_by)
           is distinct from
           (old.id, old.sender, old.recipient, old.record_type, old.record_id, old.record_label, old.text_key,
            old.arguments, old.deadline, old.urgent, old.told_at, old.acknowledge_by)
        or (old.read_at is not null and new.read_at is distinct from old.read_at)
        or (old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at)
        or (old.unacknowledged_at is not null and new.unacknowledged_at is distinct from old.unacknowledged_at)
        or (old.mail_status <> 'WAITING'
            and (new.mail_status, new.mail_at, new.mail_to, new.mail_subject, new.mail_text)
                is distinct from (old.mail_status, old.mail_at, old.mail_to, old.mail_subject, old.mail_text)) then
        raise exception 'what a notice says is never changed';
    end if;
    return new;
end
$$;

-- Nobody rewrites what was said.
create function refuse_rephrasing() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or (new.text, new.author, new.record_id, new.parent, new.said_at)
                           is distinct from (old.text, old.author, old.record_id, old.parent, old.said_at) then
        raise exception 'what was said is never changed';
    end if;
    return new;
end
$$;
create trigger comment_stays before update or delete on comment for each row execute function refuse_rephrasing();
