create table known_order (
    id           uuid primary key,
    number       text not null,
    customer_id  uuid not null,
    profile      text,
    unit         text,
    order_taker  text not null,
    merchandiser text,
    completed_at timestamptz
);

create table visit (
    id           uuid primary key,
    version      int  not null,
    order_id     uuid not null,
    order_number text not null,
    customer_id  uuid not null,
    profile      text,
    unit         text,
    order_taker  text not null,
    merchandiser text,
    status       text not null,
    due_on       date not null,
    plan         jsonb,
    failures     jsonb not null,
    report       jsonb
);
create unique index visit_order on visit (order_id);
create index visit_status on visit (status, id);
create index visit_order_taker on visit (order_taker, id);
create index visit_open on visit (due_on) where status in ('DUE', 'PLANNED', 'FAILED');

create sequence ticket_number;
create table ticket (
    id              uuid primary key,
    version         int  not null,
    number          text not null unique,
    order_id        uuid not null,
    order_number    text not null,
    customer_id     uuid not null,
    profile         text,
    unit            text,
    order_taker     text not null,
    merchandiser    text,
    visit_id        uuid references visit,
    kind            text not null,
    channel         text not null,
    urgency         text not null,
    content         text not null,
    about           text,
    opened_by       text not null,
    opened_at       timestamptz not null,
    status          text not null,
    acknowledge_due timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    breached_at     timestamptz,
    resolution_due  timestamptz not null,
    classification  jsonb,
    department      text,
    handler         text,
    department_due  timestamptz,
    investigation   jsonb,
    solution        jsonb,
    told            jsonb,
    answer          jsonb,
    closing         jsonb
);
create index ticket_status on ticket (status, id);
create index ticket_order on ticket (order_id, id);
create index ticket_customer on ticket (customer_id, id);
create index ticket_order_taker on ticket (order_taker, id);
create index ticket_visit on ticket (visit_id) where visit_id is not null;
create index ticket_unanswered on ticket (acknowledge_due) where acknowledged_at is null and breached_at is null;

create table ticket_log (
    seq       bigint generated always as identity primary key,
    ticket_id uuid        not null references ticket,
    at        timestamptz not null,
    actor     text        not null,
    step      text        not null,
    content   text        not null,
    internal  boolean     not null
);
create index ticket_log_ticket on ticket_log (ticket_id, seq);
create trigger ticket_log_append_only before update or delete on ticket_log
    for each row execute function refuse_change();
