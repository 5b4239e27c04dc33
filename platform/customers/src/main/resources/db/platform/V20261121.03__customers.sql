-- The copy of the customers that a service keeps, as intake publishes them: no contact data (SEC-14).

create table known_customer (
    id              uuid primary key,
    number          text  not null,
    name            text  not null,
    portal_accounts jsonb not null,
    registered_at   timestamptz not null
);
create index known_customer_portal on known_customer using gin (portal_accounts);
