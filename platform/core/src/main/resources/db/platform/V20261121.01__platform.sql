-- What every service's database holds beside its own tables.

create table outbox_event (
    seq            bigint generated always as identity primary key,
    id             uuid        not null,
    bucket         smallint    not null,
    topic          text        not null,
    event_key      uuid        not null,
    subject        uuid        not null,
    type           text        not null,
    classification text        not null,
    occurred_at    timestamptz not null,
    traceparent    text,
    correlation_id text,
    body           text        not null,
    written_at     timestamptz not null default now(),
    set_aside      text
);

create table outbox_lease (
    bucket     smallint primary key,
    owner      text,
    fence      bigint      not null default 0,
    expires_at timestamptz not null default '-infinity'
);
insert into outbox_lease (bucket) select generate_series(0, 15);

create table outbox_replica (
    owner   text primary key,
    seen_at timestamptz not null
);

-- Heartbeat, renewal and a step towards an equal share, in one round trip.
create function outbox_renew(me text, lease_millis bigint)
    returns table (bucket smallint, fence bigint) language plpgsql as
$$
declare
    until timestamptz := clock_timestamp() + lease_millis * interval '1 millisecond';
    share int;
    mine  int;
begin
    insert into outbox_replica as r (owner, seen_at) values (me, clock_timestamp())
        on conflict (owner) do update set seen_at = excluded.seen_at;
    delete from outbox_replica r where r.seen_at < clock_timestamp() - 10 * lease_millis * interval '1 millisecond';
    select ceil(16.0 / count(*)) into share
        from outbox_replica r where r.seen_at > clock_timestamp() - lease_millis * interval '1 millisecond';

    update outbox_lease l set expires_at = until
        where l.owner = me and l.expires_at > clock_timestamp();
    get diagnostics mine = row_count;

    if mine > share then
        update outbox_lease l set owner = null, expires_at = '-infinity'
            where l.bucket in (select x.bucket from outbox_lease x where x.owner = me order by x.bucket limit mine - share);
    elsif mine < share then
        update outbox_lease l set owner = me, fence = l.fence + 1, expires_at = until
            where l.bucket in (select x.bucket from outbox_lease x where x.expires_at <= clock_timestamp()
                               order by x.bucket limit share - mine for update skip locked);
    end if;
    return query select l.bucket, l.fence from outbox_lease l where l.owner = me and l.expires_at > clock_timestamp();
end
$$;

create function outbox_release(me text) returns void language sql as
$$
    update outbox_lease set owner = null, expires_at = '-infinity' where owner = me;
    delete from outbox_replica where owner = me;
$$;

create table inbox_message (
    id          text        primary key,
    received_at timestamptz not null default now()
);
create index inbox_message_received on inbox_message (received_at);

create table audit_entry (
    id             uuid primary key,
    at             timestamptz not null,
    actor          text        not null,
    action         text        not null,
    record_type    text        not null,
    record_id      uuid        not null,
    state_before   jsonb,
    state_after    jsonb,
    correlation_id text,
    trace_id       text
);
create index audit_entry_record on audit_entry (record_id, id);

create table ruling (
    id           uuid primary key,
    rule         text        not null,
    rule_version int         not null,
    regulation   text        not null,
    clause       text        not null,
    effect       text        not null,
    outcome      text        not null,
    record_type  text        not null,
    record_id    uuid        not null,
    inputs       jsonb       not null,
    actor        text        not null,
    at           timestamptz not null
);
create index ruling_record on ruling (record_id, id);
create index ruling_actor on ruling (actor, id);
create index ruling_rule on ruling (rule, id);

create table idempotent_request (
    principal   text        not null,
    key         text        not null,
    fingerprint text        not null,
    response    text,
    answered_at timestamptz not null default now(),
    primary key (principal, key)
);
create index idempotent_request_answered on idempotent_request (answered_at);

-- What was written once is never changed: not by a mistake of ours, and not by hand.
create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'rows of % are only ever added', tg_table_name;
end
$$;
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger ruling_append_only before update or delete on ruling
    for each row execute function refuse_change();
