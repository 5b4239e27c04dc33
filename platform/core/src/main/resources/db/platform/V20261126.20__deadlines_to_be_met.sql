-- What is still to be done by some deadline, whoever owns it; deadlines of one status.
create index deadline_to_be_met on deadline (code, id) where met_at is null and status <> 'CANCELED';
create index deadline_status on deadline (status, id);
