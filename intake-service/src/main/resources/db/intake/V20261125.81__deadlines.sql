-- The deadline of the first response is a record of its own; inquiries not answered yet get one.
alter table inquiry
    alter column first_response_due drop not null,
    add column handed_over_to text,
    add column handed_over_by text,
    add column handed_over_at timestamptz;
insert into deadline (id, version, record_type, record_id, record_label, code, owner, profile, unit, rule, rule_version,
                      time_limit, urgent, escalates, status, started_at, due_at, whole_micros, watch_at)
select gen_random_uuid(), 0, 'inquiry', id, number, 'first-response', received_by, profile, unit,
       'intake.first-response', 1, '2 wh', false, true, 'RUNNING', received_at, first_response_due, 0, first_response_due
  from inquiry where first_response_at is null and status in ('RECEIVED', 'INCOMPLETE');
