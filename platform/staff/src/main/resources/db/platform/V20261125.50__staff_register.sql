-- What else is told of people, the units they are in, and who stands in for whom.
alter table staff_member
    add column name           text,
    add column email          text,
    add column personal_limit numeric(15, 2),
    add column inducted_on    date;
create index staff_member_superior on staff_member (superior);

-- Until performance tells of them anew, those on record took orders already.
update staff_member set inducted_on = active_from;

create table unit (
    code         text primary key,
    unit_id      uuid    not null,
    name         text    not null,
    name_en      text    not null,
    parent       text,
    kind         text    not null,
    profile      text    not null,
    head         text,
    controlling  boolean not null,
    merchandiser text
);

create table substitution (
    username   text not null,
    substitute text not null,
    first_day  date not null,
    last_day   date not null,
    primary key (username, first_day)
);
create index substitution_substitute on substitution (substitute);

-- What the directory asks for, here as in the register. People may be told of before their unit.
create view person as
select s.username,
       coalesce(s.name, s.username)   as name,
       s.email,
       s.unit,
       coalesce(u.profile, s.profile) as profile,
       s.level,
       s.superior,
       s.roles,
       s.active_from,
       s.active_until
from staff_member s left join unit u on u.code = s.unit;
