alter table fulfillment_plan
    add column progress_flagged_at   timestamptz,
    add column progress_superior_due timestamptz,
    add column progress_escalated_at timestamptz,
    add column progress_told         text,
    add column late_from             timestamptz,
    add column watch_at              timestamptz;
update fulfillment_plan set watch_at = progress_due where status in ('RUNNING', 'PRODUCED');
drop index fulfillment_plan_overdue;
create index fulfillment_plan_overdue on fulfillment_plan (progress_due)
    where status in ('RUNNING', 'AT_RISK', 'LATE', 'PRODUCED');
create index fulfillment_plan_told on fulfillment_plan (progress_told, id) where progress_told is not null;
create index fulfillment_plan_watch on fulfillment_plan (watch_at) where watch_at is not null;

alter table shipment
    add column expected_on date,
    add column delay_told  date,
    add column warn_at     timestamptz,
    add column warned_at   timestamptz,
    add column chases      int not null default 0,
    add column chased_at   timestamptz,
    add column chase_at    timestamptz,
    add column watch_at    timestamptz;
update shipment set expected_on = planned_on;
update shipment set chase_at = receipt_due, watch_at = receipt_due where status = 'ARRIVED';
alter table shipment
    alter column expected_on set not null,
    alter column chases drop default;
create index shipment_watch on shipment (watch_at) where watch_at is not null;
