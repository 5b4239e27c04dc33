-- Versions of rules that the company published, as the register tells of them.
create table rule_amendment (
    id             uuid primary key,
    seq            bigint      not null generated always as identity unique,
    rule           text        not null,
    version        int         not null,
    profile        text,
    unit           text,
    rule_values    jsonb,
    effective_from timestamptz not null,
    unique (rule, version)
);
create trigger rule_amendment_append_only before update or delete on rule_amendment
    for each row execute function refuse_change();

-- Whom the version that decided is for, the company where both are null; and what was asked, so that it can be asked again.
alter table ruling
    add column profile   text,
    add column unit      text,
    add column condition text;
create index ruling_clause on ruling (regulation, clause, id);
