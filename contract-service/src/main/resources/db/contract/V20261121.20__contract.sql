create table confirmed_order (
    order_id          uuid primary key,
    number            text  not null,
    customer_id       uuid  not null,
    profile           text,
    unit              text,
    order_taker       text  not null,
    lines             jsonb not null,
    currency          text  not null,
    total             numeric(15, 2) not null,
    delivery_place    text,
    delivery_date     date,
    payment_terms     text,
    contract_required boolean not null,
    withdrawn         boolean not null
);

create sequence contract_number;
create table contract (
    id                   uuid primary key,
    version              int   not null,
    number               text  not null unique,
    order_id             uuid  not null unique,
    order_number         text  not null,
    customer_id          uuid  not null,
    profile              text,
    unit                 text,
    order_taker          text  not null,
    status               text  not null,
    text                 jsonb not null,
    drafted_by           text  not null,
    drafted_at           timestamptz not null,
    authors              jsonb not null,
    legal_due            timestamptz,
    approvals            jsonb not null,
    remarks              text,
    authorized_signatory text,
    signatures           jsonb not null,
    effective_at         timestamptz,
    effective_on         date
);
create index contract_status on contract (status, id);
create index contract_customer on contract (customer_id, id);
create index contract_order_taker on contract (order_taker, id);
create index contract_drafted_by on contract (drafted_by, id);

create table seal_use (
    id              uuid primary key,
    version         int  not null,
    contract_id     uuid not null references contract,
    contract_number text not null,
    seal            text not null,
    copies          int  not null check (copies > 0),
    text_checksum   text not null,
    applicant       text not null,
    holder          text not null,
    used_at         timestamptz not null
);
create index seal_use_contract on seal_use (contract_id, id);
create trigger seal_use_append_only before update or delete on seal_use
    for each row execute function refuse_change();

create table settlement (
    id        uuid primary key references contract,
    version   int   not null,
    order_id  uuid  not null unique,
    number    text  not null,
    profile   text,
    unit      text,
    currency  text  not null,
    amount    numeric(15, 2) not null,
    lines     jsonb not null,
    invoices  jsonb not null,
    receipts  jsonb not null
);

create table invoice_number (
    number      text primary key,
    contract_id uuid not null references contract
);

-- What makes instalments fall due; it may be reported before there is a schedule.
create table milestone (
    order_id uuid not null,
    event    text not null,
    on_day   date not null,
    primary key (order_id, event)
);
