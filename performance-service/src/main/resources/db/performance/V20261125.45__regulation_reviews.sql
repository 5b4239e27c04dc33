-- When each regulation is to be looked through again, and what came of it.
create table regulation_review (
    id           uuid primary key,
    version      int         not null,
    regulation   text        not null,
    due_at       timestamptz not null,
    status       text        not null,
    outcome      text,
    remarks      text,
    version_id   uuid references rule_version,
    concluded_by text,
    concluded_at timestamptz
);
create unique index regulation_review_open on regulation_review (regulation) where status <> 'CONCLUDED';
create index regulation_review_list on regulation_review (regulation, id);
create index regulation_review_due on regulation_review (due_at) where status = 'PLANNED';

-- When a question on a rule is to be answered; those from before had no such time.
alter table rule_question
    add column answer_due timestamptz;
