-- The copy of the staff register that a service keeps, as performance publishes it.

create table staff_member (
    username     text primary key,
    staff_id     uuid  not null,
    unit         text  not null,
    profile      text,
    level        text,
    superior     text,
    roles        jsonb not null default '[]',
    active_from  date,
    active_until date
);
