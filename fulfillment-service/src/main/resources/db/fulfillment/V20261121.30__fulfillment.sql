create table released_order (
    order_id       uuid primary key,
    number         text        not null,
    customer_id    uuid        not null,
    profile        text        not null,
    unit           text        not null,
    order_taker    text        not null,
    merchandiser   text,
    lines          jsonb       not null,
    delivery_place text        not null,
    delivery_date  date        not null,
    released_at    timestamptz not null,
    canceled_at    timestamptz
);

create table fulfillment_plan (
    id               uuid primary key,
    version          int         not null,
    order_id         uuid        not null unique references released_order,
    order_number     text        not null,
    customer_id      uuid        not null,
    profile          text        not null,
    unit             text        not null,
    merchandiser     text,
    delivery_date    date        not null,
    status           text        not null,
    created_at       timestamptz not null,
    team_due         timestamptz not null,
    owner            text,
    members          jsonb       not null,
    milestones       jsonb       not null,
    planned_by       text,
    confirmed_by     text,
    started_at       timestamptz,
    percent          int         not null,
    reporters        jsonb       not null,
    last_progress_at timestamptz,
    progress_due     timestamptz,
    inspections      jsonb       not null
);
create index fulfillment_plan_status on fulfillment_plan (status, id);
create index fulfillment_plan_unit on fulfillment_plan (unit, id);
create index fulfillment_plan_customer on fulfillment_plan (customer_id, id);
create index fulfillment_plan_merchandiser on fulfillment_plan (merchandiser, id);
create index fulfillment_plan_overdue on fulfillment_plan (progress_due) where status in ('RUNNING', 'PRODUCED');

create table progress_entry (
    id           uuid primary key,
    plan_id      uuid        not null references fulfillment_plan,
    milestone_id uuid,
    text         text        not null,
    percent      int         not null,
    reported_by  text        not null,
    at           timestamptz not null
);
create index progress_entry_plan on progress_entry (plan_id, id);

create sequence shipment_number;
create table shipment (
    id            uuid primary key,
    version       int         not null,
    number        text        not null unique,
    order_id      uuid        not null references released_order,
    order_number  text        not null,
    customer_id   uuid        not null,
    profile       text        not null,
    unit          text        not null,
    order_taker   text        not null,
    merchandiser  text,
    promised_on   date        not null,
    carrier       text        not null,
    mode          text        not null,
    lines         jsonb       not null,
    planned_on    date        not null,
    status        text        not null,
    prepared_by   text        not null,
    prepared_at   timestamptz not null,
    dispatched_by text,
    dispatched_at timestamptz,
    movements     jsonb       not null,
    receipt_due   timestamptz,
    receipt       jsonb,
    days_late     int
);
create index shipment_order on shipment (order_id, id);
create index shipment_status on shipment (status, id);
create index shipment_unit on shipment (unit, id);
create index shipment_customer on shipment (customer_id, id);

create table dispatch_ledger (
    id            uuid primary key,
    shipment_id   uuid        not null unique references shipment,
    number        text        not null,
    order_id      uuid        not null,
    order_number  text        not null,
    lines         jsonb       not null,
    carrier       text        not null,
    dispatched_by text        not null,
    dispatched_at timestamptz not null
);
create index dispatch_ledger_order on dispatch_ledger (order_id, id);
create trigger dispatch_ledger_append_only before update or delete on dispatch_ledger
    for each row execute function refuse_change();

create table acceptance (
    id              uuid primary key,
    version         int         not null,
    order_id        uuid        not null unique references released_order,
    order_number    text        not null,
    customer_id     uuid        not null,
    profile         text        not null,
    unit            text        not null,
    status          text        not null,
    self_check      text        not null,
    self_checked_by text        not null,
    self_checked_at timestamptz not null,
    invite_due      timestamptz not null,
    invited_at      timestamptz,
    round           int         not null,
    findings        jsonb       not null,
    report          jsonb
);
create index acceptance_status on acceptance (status, id);
create index acceptance_unit on acceptance (unit, id);
create index acceptance_customer on acceptance (customer_id, id);

-- What OrderConfirmed says of an order's beginnings, and whose it is.
create table order_origin (
    order_id     uuid primary key,
    inquiry_id   uuid not null,
    quotation_id uuid not null,
    customer_id  uuid not null,
    unit         text not null
);

create table timeline_entry (
    event_id     uuid primary key,
    seq          bigint generated always as identity,
    order_id     uuid,
    inquiry_id   uuid,
    quotation_id uuid,
    at           timestamptz not null,
    type         text        not null,
    service      text        not null,
    actor        text,
    details      jsonb       not null
);
create index timeline_entry_order on timeline_entry (order_id, at, seq) where order_id is not null;
create index timeline_entry_inquiry on timeline_entry (inquiry_id, at, seq) where inquiry_id is not null;
create index timeline_entry_quotation on timeline_entry (quotation_id, at, seq) where quotation_id is not null;
