-- How often a unit or person has been told of, so that copies can drop what reaches them late.
alter table unit
    add column revision integer not null default 0;
alter table staff_member
    add column revision integer not null default 0;
