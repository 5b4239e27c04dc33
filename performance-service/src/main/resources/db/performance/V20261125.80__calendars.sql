-- Imported years and units' own days, each as it stands; what it was before is in the audit trail.
create table holiday_year (
    id           uuid primary key,
    version      int         not null,
    year         int         not null unique,
    revision     int         not null,
    papers       jsonb       not null,
    days         jsonb       not null,
    reason       text,
    announced_by text        not null,
    announced_at timestamptz not null
);
create table unit_day (
    id       uuid primary key,
    version  int         not null,
    unit     text        not null,
    day      date        not null,
    kind     text        not null,
    revision int         not null,
    spans    jsonb       not null,
    reason   text        not null,
    set_by   text        not null,
    set_at   timestamptz not null,
    unique (unit, day)
);
create index unit_day_day on unit_day (day);
