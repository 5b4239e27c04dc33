create sequence customer_number;
create table customer (
    id              uuid primary key,
    version         int    not null,
    number          text   not null unique,
    name            text   not null,
    natural_person  boolean not null,
    contact_person  text,
    contact         text,
    address         text,
    portal_accounts jsonb  not null,
    registered_at   timestamptz not null
);
create index customer_portal on customer using gin (portal_accounts);
create index customer_name on customer (lower(name) text_pattern_ops);

create sequence inquiry_number;
create table inquiry (
    id                  uuid primary key,
    version             int    not null,
    number              text   not null unique,
    channel             text   not null,
    profile             text   not null,
    unit                text   not null,
    received_at         timestamptz not null,
    received_by         text   not null,
    status              text   not null,
    customer_id         uuid references customer,
    details             jsonb  not null,
    clarifications      jsonb  not null,
    first_response_due  timestamptz not null,
    first_response_at   timestamptz,
    answer              text,
    lost_reason         text
);
create index inquiry_status on inquiry (status, id);
create index inquiry_customer on inquiry (customer_id, id);

create sequence quotation_number;
create table quotation (
    id             uuid primary key,
    version        int    not null,
    number         text   not null,
    revision       int    not null,
    inquiry_id     uuid   not null references inquiry,
    customer_id    uuid   not null references customer,
    profile        text   not null,
    unit           text   not null,
    status         text   not null,
    lines          jsonb  not null,
    currency       text   not null,
    total          numeric(15, 2) not null,
    cost           numeric(15, 2),
    author         text   not null,
    created_at     timestamptz not null,
    approver       text,
    remarks        text,
    sent_at        timestamptz,
    expires_at     timestamptz,
    decision       jsonb,
    unique (number, revision)
);
create index quotation_inquiry on quotation (inquiry_id, revision);
create index quotation_running on quotation (expires_at) where status = 'SENT';

create sequence order_number;
create table customer_order (
    id                 uuid primary key,
    version            int    not null,
    number             text   not null unique,
    customer_id        uuid   not null references customer,
    customer_name      text   not null,
    inquiry_id         uuid   not null references inquiry,
    quotation_id       uuid   not null references quotation,
    profile            text   not null,
    unit               text   not null,
    order_taker        text   not null,
    merchandiser       text,
    status             text   not null,
    lines              jsonb  not null,
    currency           text   not null,
    total              numeric(15, 2) not null,
    delivery_place     text   not null,
    delivery_date      date   not null,
    payment_terms      text   not null,
    created_at         timestamptz not null,
    evidence           jsonb,
    approver           text,
    handed_in_at       timestamptz,
    handed_over_at     timestamptz,
    first_check        jsonb,
    review             jsonb,
    contract_required  boolean not null,
    contract_effective boolean not null default false,
    accepted           boolean not null default false,
    settled            boolean not null default false,
    remarks            text
);
create unique index customer_order_quotation on customer_order (quotation_id)
    where status not in ('REJECTED', 'CANCELED', 'CLOSED');
create index customer_order_status on customer_order (status, id);
create index customer_order_unit on customer_order (unit, id);
create index customer_order_customer on customer_order (customer_id, id);
create index customer_order_name on customer_order (lower(customer_name) text_pattern_ops);
create index customer_order_by_number on customer_order (lower(number) text_pattern_ops);

