-- By when a plan has a team and a customer is invited are deadlines of their own; those still to be kept become some.
alter table fulfillment_plan
    alter column team_due drop not null;
alter table acceptance
    alter column invite_due drop not null;
insert into deadline (id, version, record_type, record_id, record_label, code, owner, profile, unit, rule, rule_version,
                      time_limit, urgent, escalates, status, started_at, due_at, whole_micros, watch_at)
select gen_random_uuid(), 0, 'plan', id, order_number, 'team', null, profile, unit, 'fulfillment.team.limit', 1, '2 wd',
       false, true, 'RUNNING', created_at, team_due, 0, team_due
  from fulfillment_plan where status = 'DRAFT'
union all
select gen_random_uuid(), 0, 'acceptance', id, order_number, 'invitation', self_checked_by, profile, unit,
       'fulfillment.acceptance.invite', 1, '1 wd', false, true, 'RUNNING', self_checked_at, invite_due, 0, invite_due
  from acceptance where status = 'SELF_CHECKED';
