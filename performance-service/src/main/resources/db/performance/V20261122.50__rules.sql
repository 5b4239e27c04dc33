-- Versions of rules from the draft to the day another takes their place.
create table rule_version (
    id             uuid primary key,
    version        int         not null,
    rule           text        not null,
    profile        text,
    unit           text,
    rule_values    jsonb,
    values_before  jsonb       not null,
    effective_from timestamptz not null,
    reason         text        not null,
    status         text        not null,
    author         text        not null,
    created_at     timestamptz not null,
    submitted_at   timestamptz,
    remarks        text,
    approved_by    text,
    published_at   timestamptz,
    number         int,
    watch_at       timestamptz,
    unique (rule, number)
);
create index rule_version_rule on rule_version (rule, id);
create index rule_version_status on rule_version (status, id);
create index rule_version_watch on rule_version (watch_at) where watch_at is not null;
create unique index rule_version_moment on rule_version (rule, profile, unit, effective_from) nulls not distinct
    where number is not null;
