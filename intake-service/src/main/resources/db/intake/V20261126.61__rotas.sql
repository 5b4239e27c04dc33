-- Who takes turns at what in which unit, as performance tells it.
create table known_rota (
    rota_id      uuid primary key,
    revision     int     not null,
    unit         text    not null,
    duty         text    not null,
    people       jsonb   not null,
    first_day    date    not null,
    working_days boolean not null,
    swapped      jsonb   not null
);
create index known_rota_unit on known_rota (unit, duty, first_day);
