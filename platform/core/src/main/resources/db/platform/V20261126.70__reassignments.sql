-- Work that went from one person to another: whose it was, whose it is, who gave it and why, and what went along.
create table reassignment (
    id            uuid primary key,
    version       int         not null,
    part          text        not null,
    record_type   text        not null,
    record_id     uuid        not null,
    record_label  text        not null,
    former        text        not null,
    successor     text        not null,
    reason        text        not null,
    given_by      text        not null,
    stands_in_for text,
    given_at      timestamptz not null,
    tasks         int         not null,
    deadlines     int         not null,
    questions     int         not null
);
create index reassignment_record on reassignment (record_id, id);
create index reassignment_former on reassignment (former, id);
create index reassignment_successor on reassignment (successor, id);
create index reassignment_given_by on reassignment (given_by, id);
create trigger reassignment_append_only before update or delete on reassignment
    for each row execute function refuse_change();
