-- Who is on for a duty of a unit, and who has swapped days with whom.
create table rota (
    id            uuid primary key,
    version       int         not null,
    unit          text        not null references unit (code),
    duty          text        not null,
    people        jsonb       not null,
    first_day     date        not null,
    working_days  boolean     not null,
    set_up_by     text        not null,
    set_up_at     timestamptz not null,
    unique (unit, duty, first_day)
);

create table rota_swap (
    id         uuid primary key,
    version    int         not null,
    rota_id    uuid        not null references rota (id),
    asked_by   text        not null,
    asked_day  date        not null,
    other      text        not null,
    other_day  date        not null,
    status     text        not null,
    asked_at   timestamptz not null,
    decided_at timestamptz
);
create index rota_swap_rota on rota_swap (rota_id, id);
