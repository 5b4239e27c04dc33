-- Who answers the customer (ORG-10). Of older tickets it is whoever had to keep the newest limit towards him, if anybody.
alter table ticket add column in_charge text;
update ticket t set in_charge =
    (select d.owner from deadline d
     where d.record_id = t.id and d.code in ('first-response', 'resolution') and d.owner is not null
     order by d.started_at desc limit 1);

create index ticket_in_charge on ticket
    ((case when kind = 'COMPLAINT' or handler is null then in_charge else handler end), id) where status <> 'CLOSED';
create index ticket_investigator on ticket (handler, id) where status = 'AT_DEPARTMENT';
create index visit_visitor on visit (jsonb_extract_path_text(plan, 'by'), id) where status = 'PLANNED';
