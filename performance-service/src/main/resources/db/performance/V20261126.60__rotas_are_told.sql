-- How often the others were told of a rota; 0 where an earlier release has set it up.
alter table rota add column revision int not null default 0;
