-- Copies of signed contracts. Contracts that took effect before are waited for from now on.
create table archive_entry (
    id              uuid primary key,
    version         int         not null,
    contract_id     uuid        not null unique references contract,
    contract_number text        not null,
    place           text        not null,
    archived_by     text        not null,
    archived_at     timestamptz not null
);
create trigger archive_entry_append_only before update or delete on archive_entry
    for each row execute function refuse_change();
insert into deadline (id, version, record_type, record_id, record_label, code, profile, unit, rule, rule_version,
                      time_limit, urgent, escalates, status, started_at, due_at, whole_micros, watch_at)
select gen_random_uuid(), 0, 'contract', id, number, 'archive', profile, unit, 'contract.archive.limit', 1, '3 wd',
       false, true, 'RUNNING', effective_at, greatest(effective_at, now()) + interval '7 days', 0,
       greatest(effective_at, now()) + interval '7 days'
  from contract where status = 'EFFECTIVE';
