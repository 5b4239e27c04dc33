create table unit (
    id      uuid primary key,
    version int  not null,
    code    text not null unique,
    name    text not null,
    name_en text not null,
    parent  text references unit (code) deferrable initially deferred,
    profile text not null
);

create table staff_member (
    id           uuid primary key,
    version      int   not null,
    username     text  not null unique,
    name         text  not null,
    email        text,
    unit         text  not null references unit (code),
    level        text,
    superior     text references staff_member (username) deferrable initially deferred,
    roles        jsonb not null,
    post         text,
    active_from  date  not null,
    active_until date
);
create index staff_member_unit on staff_member (unit, id);
create index staff_member_superior on staff_member (superior);

-- What an event says about a person. Written by the listeners alone, and only ever added to.
create table fact (
    id          uuid primary key,
    event_id    uuid        not null,
    kind        text        not null,
    username    text        not null,
    record_type text        not null,
    record_id   uuid        not null,
    occurred_at timestamptz not null,
    value       numeric,
    in_order    boolean     not null,
    unique (event_id, kind, username)
);
create index fact_of_person on fact (kind, username, occurred_at);
create trigger fact_append_only before update or delete on fact
    for each row execute function refuse_change();

create table review (
    id               uuid primary key,
    version          int         not null,
    period           text        not null,
    unit             text        not null references unit (code),
    profile          text        not null,
    status           text        not null,
    period_begins    timestamptz not null,
    period_ends      timestamptz not null,
    data_until       timestamptz not null,
    kpi_set_version  int         not null,
    bands_version    int         not null,
    people           int         not null,
    opened_by        text,
    opened_at        timestamptz,
    head_comments    text,
    head_reviewed_by text,
    head_reviewed_at timestamptz,
    hr_checked_by    text,
    hr_checked_at    timestamptz,
    published_by     text,
    published_at     timestamptz
);
create index review_unit on review (unit, id);
create unique index review_once_a_period on review (unit, period) where data_until = period_ends;

create table review_result (
    id               uuid primary key,
    version          int   not null,
    review_id        uuid  not null references review (id),
    username         text  not null,
    name             text  not null,
    role             text  not null,
    score            numeric(5, 2),
    grade            text,
    kpis             jsonb not null,
    self_assessment  text,
    self_assessed_at timestamptz,
    unique (review_id, username)
);
create index review_result_username on review_result (username, review_id);

-- What a review counted, and the facts behind each count: later facts change neither.
create table measurement (
    review_id uuid    not null references review (id),
    username  text    not null,
    measure   text    not null,
    cases     bigint  not null,
    in_order  bigint  not null,
    total     numeric not null,
    facts     uuid[]  not null,
    primary key (review_id, username, measure)
);
create trigger measurement_append_only before update or delete on measurement
    for each row execute function refuse_change();
