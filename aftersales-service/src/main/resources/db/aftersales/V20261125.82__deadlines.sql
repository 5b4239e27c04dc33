-- Limits of tickets are deadlines of their own; those still to be kept become some.
alter table ticket
    alter column acknowledge_due drop not null,
    alter column resolution_due drop not null;
drop index ticket_unanswered;
insert into deadline (id, version, record_type, record_id, record_label, code, profile, unit, rule, rule_version,
                      time_limit, urgent, escalates, status, started_at, due_at, whole_micros, watch_at)
select gen_random_uuid(), 0, 'ticket', id, number, 'first-response', profile, unit,
       case when kind = 'COMPLAINT' then 'aftersales.complaint.ack' else 'aftersales.first-response.' || lower(urgency) end,
       1, '30 min', urgency = 'URGENT', true, 'RUNNING', opened_at, acknowledge_due, 0, acknowledge_due
  from ticket where acknowledged_at is null and breached_at is null
union all
select gen_random_uuid(), 0, 'ticket', id, number, 'resolution', profile, unit,
       'aftersales.resolution.' || lower(urgency), 1, '5 wd', urgency = 'URGENT', true, 'RUNNING', opened_at,
       resolution_due, 0, resolution_due
  from ticket where status not in ('ANSWERED', 'TOLD', 'CLOSED')
union all
select gen_random_uuid(), 0, 'ticket', id, number, 'department-result', profile, unit,
       'aftersales.complaint.department', 1, '3 wd', urgency = 'URGENT', true, 'RUNNING', opened_at, department_due, 0,
       department_due
  from ticket where status = 'AT_DEPARTMENT';
