-- Who wrote in it besides the one who began it, or handed it in: none of them approves it.
alter table quotation add column writers jsonb not null default '[]';
alter table customer_order add column writers jsonb not null default '[]';
