-- What has to be done on records of this service by when.
create table deadline (
    id              uuid primary key,
    version         int         not null,
    record_type     text        not null,
    record_id       uuid        not null,
    record_label    text        not null,
    code            text        not null,
    owner           text,
    profile         text,
    unit            text,
    rule            text        not null,
    rule_version    int         not null,
    time_limit      text        not null,
    urgent          boolean     not null,
    warn_at_percent int,
    escalates       boolean     not null,
    status          text        not null,
    started_at      timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz,
    whole_micros    bigint      not null,
    warned_at       timestamptz,
    report          text,
    reported_at     timestamptz,
    paused_at       timestamptz,
    reason          text,
    resumed_at      timestamptz,
    left_micros     bigint,
    missed_at       timestamptz,
    met_at          timestamptz,
    told            jsonb       not null default '[]',
    tell_at         timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    acknowledgment  text,
    watch_at        timestamptz
) with (fillfactor = 85);
create index deadline_watch on deadline (watch_at) where watch_at is not null;
create index deadline_record on deadline (record_id, code, id);
create index deadline_owner on deadline (owner, id);
create unique index deadline_runs_once on deadline (record_id, code) include (status)
    where status in ('RUNNING', 'PAUSED');
create index deadline_missed on deadline (id) where status = 'MISSED' and met_at is null;
