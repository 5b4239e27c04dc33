-- Which telling the copy is from, and when that was: what is older and comes late must not replace it. 0 and null until
-- performance tells anew.
alter table staff_member
    add column revision integer not null default 0,
    add column told_at  timestamptz;
alter table unit
    add column revision integer not null default 0,
    add column told_at  timestamptz;
