-- What keeps the cost from being guessed from the checksum of a quotation.
alter table quotation add column salt uuid not null default gen_random_uuid();

-- Why it is offered below cost.
alter table quotation add column loss_reason text;

-- Orders that look like one that was split: their sum within the period, and the authority they were held against.
alter table customer_order
    add column split_sum       numeric(15, 2),
    add column split_authority numeric(15, 2);
create index customer_order_taken on customer_order (customer_id, order_taker, created_at);

-- What waited for an approval of an earlier release is handed in again.
update quotation set status = 'RETURNED', version = version + 1 where status = 'SUBMITTED';
update customer_order set status = 'DRAFT', version = version + 1 where status = 'PENDING_APPROVAL';
