-- Orders at risk are few among all plans.
create index fulfillment_plan_at_risk on fulfillment_plan (id) where status in ('AT_RISK', 'LATE');
