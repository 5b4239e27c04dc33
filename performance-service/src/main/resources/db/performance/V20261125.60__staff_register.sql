-- The tree of units by kind, and what more is known of people.
alter table unit
    add column kind         text    not null default 'DEPARTMENT',
    add column head         text,
    add column controlling  boolean not null default false,
    add column merchandiser text;
update unit set kind = 'COMPANY' where parent is null;
alter table unit
    alter column kind drop default;

alter table staff_member
    add column personal_limit numeric(15, 2),
    add column inducted_on    date,
    add column substitutions  jsonb not null default '[]';

-- Nobody took note of inductions before; whoever was on duty took orders.
update staff_member set inducted_on = active_from;

-- What the directory asks for, here as in the copies that services keep.
create view person as
select s.username,
       s.name,
       s.email,
       s.unit,
       u.profile,
       s.level,
       s.superior,
       s.roles,
       s.active_from,
       s.active_until
from staff_member s join unit u on u.code = s.unit;

create view substitution as
select m.username, s.substitute, s."firstDay" as first_day, s."lastDay" as last_day
from staff_member m
    cross join lateral jsonb_to_recordset(m.substitutions) as s (substitute text, "firstDay" date, "lastDay" date);
