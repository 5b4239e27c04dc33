-- What a unit's order takers, a customer and a merchandiser list, newest first, is read along an index.
create index inquiry_unit on inquiry (unit, id);
create index quotation_unit on quotation (unit, id);
create index quotation_customer on quotation (customer_id, id);
create index quotation_status on quotation (status, id);
create index customer_order_merchandiser on customer_order (merchandiser, id);
