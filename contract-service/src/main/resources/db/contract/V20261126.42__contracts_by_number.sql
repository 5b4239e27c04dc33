-- Contracts are looked for by the beginning of their number or their order's.
create index contract_by_number on contract (lower(number) text_pattern_ops);
create index contract_by_order_number on contract (lower(order_number) text_pattern_ops);
