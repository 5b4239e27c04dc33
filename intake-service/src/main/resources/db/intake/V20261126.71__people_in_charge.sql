-- Who is in charge of what may change (ORG-10); who received or took something stays on record.
alter table inquiry add column in_charge text;
alter table quotation add column in_charge text;
alter table customer_order add column taken_by text;

create index inquiry_in_charge on inquiry (coalesce(in_charge, received_by), id)
    where status in ('RECEIVED', 'INCOMPLETE', 'QUOTED');
create index inquiry_business on inquiry (handed_over_to, id)
    where status in ('RECEIVED', 'INCOMPLETE', 'QUOTED') and handed_over_to is not null;
create index quotation_in_charge on quotation (coalesce(in_charge, author), id)
    where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SENT', 'REVISION');
create index customer_order_taker on customer_order (order_taker, id)
    where status not in ('COMPLETED', 'REJECTED', 'CANCELED', 'CLOSED');
create index customer_order_followed on customer_order (merchandiser, id)
    where status in ('CONFIRMED', 'HANDED_OVER', 'REVIEW_FAILED', 'RELEASED');
