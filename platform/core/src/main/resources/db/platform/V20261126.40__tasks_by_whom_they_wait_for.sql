-- Whom a task waits for, in one text: what waits for somebody is read along one index, earliest due first, for himself and
-- for each group he belongs to, however many tasks there are. Sorted by bytes, the groups lie side by side.
alter table task
    add column waits_for text collate "C" not null generated always as (
        case when assignee_person is not null then 'person ' || assignee_person
             else 'group ' || coalesce(assignee_role, '') || '@' || coalesce(assignee_unit, '') end) stored;
create index task_open on task (waits_for, due_or_never, id) where status = 'OPEN';
create index task_open_kind on task (waits_for, kind, due_or_never, id) where status = 'OPEN';
create index task_closed on task (waits_for, closed_at, id) where status <> 'OPEN';
drop index task_open_person;
drop index task_open_group;
drop index task_closed_person;
