-- A miss is acknowledged by whoever was told of it, or by who stands in for him that day: both names are kept (ORG-12).
alter table deadline add column acknowledged_for text;
