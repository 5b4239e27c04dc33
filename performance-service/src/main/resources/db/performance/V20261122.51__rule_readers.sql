-- Whose work a version concerns, and who has confirmed having read it.
alter table rule_version
    add column concerns jsonb not null default '[]';
alter table rule_version
    alter column concerns drop default;
create table rule_reading (
    version_id uuid        not null references rule_version,
    username   text        not null,
    read_at    timestamptz not null,
    primary key (version_id, username)
);
create trigger rule_reading_append_only before update or delete on rule_reading
    for each row execute function refuse_change();

create table rule_question (
    id          uuid primary key,
    version     int         not null,
    rule        text        not null,
    kind        text        not null,
    text        text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz
);
create index rule_question_rule on rule_question (rule, id);
create index rule_question_open on rule_question (id) where answered_at is null;
create index rule_question_asker on rule_question (asked_by, id);
