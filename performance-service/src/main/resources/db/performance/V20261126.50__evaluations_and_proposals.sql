-- Beside its text, the process that a regulation orders is evaluated; releases before this one plan reviews only.
alter table regulation_review
    add column kind text not null default 'REVIEW';
create unique index regulation_review_open_kind on regulation_review (regulation, kind) where status <> 'CONCLUDED';
drop index regulation_review_open;

-- What is to be better in a rule, and what was decided on it.
create table rule_proposal (
    id            uuid primary key,
    version       int         not null,
    rule          text        not null,
    text          text        not null,
    question_id   uuid references rule_question,
    evaluation_id uuid references regulation_review,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    decision_due  timestamptz not null,
    status        text        not null,
    reason        text,
    version_id    uuid references rule_version,
    decided_by    text,
    decided_at    timestamptz
);
create index rule_proposal_rule on rule_proposal (rule, id);
create index rule_proposal_proposer on rule_proposal (proposed_by, id);
create index rule_proposal_status on rule_proposal (status, id);
create unique index rule_proposal_question on rule_proposal (question_id) where question_id is not null;
