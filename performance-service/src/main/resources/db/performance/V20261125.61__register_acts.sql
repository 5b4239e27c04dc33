-- Units as the register judges them, more on people, every version of a person, and changes planned for later days.
alter table unit
    add column named_head    text,
    add column merchandising boolean not null default false;

alter table staff_member
    add column skills       jsonb not null default '[]',
    add column certificates jsonb not null default '[]';

create table staff_version (
    id         uuid primary key,
    username   text        not null,
    valid_from date        not null,
    details    jsonb       not null,
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create index staff_version_username on staff_version (username, id);
insert into staff_version (id, username, valid_from, details, reason, changed_by, changed_at)
select uuidv7(), username, active_from,
       jsonb_build_object('name', name, 'email', email, 'unit', unit, 'level', level, 'superior', superior,
                          'roles', roles, 'post', post, 'activeFrom', active_from, 'activeUntil', active_until,
                          'inductedOn', inducted_on),
       'on record before versions were kept', 'system', now()
from staff_member;
create trigger staff_version_append_only before update or delete on staff_version
    for each row execute function refuse_change();

create table planned_change (
    id             uuid primary key,
    version        int         not null,
    username       text,
    unit           text,
    person_change  jsonb,
    unit_change    jsonb,
    effective_from date        not null,
    reason         text        not null,
    planned_by     text        not null,
    planned_at     timestamptz not null,
    status         text        not null,
    faults         jsonb       not null,
    ended_by       text,
    ended_at       timestamptz,
    watch_at       timestamptz,
    check ((username is null) <> (unit is null))
);
create index planned_change_username on planned_change (username, id);
create index planned_change_unit on planned_change (unit, id);
create index planned_change_watch on planned_change (watch_at) where watch_at is not null;
