-- What each person's account at the identity provider has to be like, and whether it is.
create table account (
    id           uuid primary key,
    version      int         not null,
    username     text        not null unique,
    name         text        not null,
    email        text,
    roles        jsonb       not null,
    active_from  date        not null,
    active_until date,
    status       text        not null,
    watch_at     timestamptz not null,
    attempts     int         not null,
    fault        text,
    fault_detail text,
    settled_at   timestamptz,
    invited_at   timestamptz
);
create index account_watch on account (watch_at);
create index account_status on account (status, id);

insert into account (id, version, username, name, email, roles, active_from, active_until, status, watch_at, attempts)
select uuidv7(), 0, username, name, email, roles, active_from, active_until, 'DUE', now(), 0 from staff_member;
