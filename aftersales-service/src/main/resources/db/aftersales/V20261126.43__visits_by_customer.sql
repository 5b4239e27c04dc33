-- What a customer lists, newest first, is read along an index.
create index visit_customer on visit (customer_id, id);
