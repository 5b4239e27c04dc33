-- Refusals and the like are few among permissions and deadlines, which a list finds by id anyway.
create index ruling_outcome on ruling (outcome, id) where outcome not in ('ALLOWED', 'DEADLINE_SET');
