-- Versions of rules that people have to confirm having read, and who has, as the register tells of them.
create table required_reading (
    version_id     uuid primary key,
    rule           text        not null,
    version        int         not null,
    profile        text,
    unit           text,
    roles          jsonb       not null,
    effective_from timestamptz not null
);
create table confirmed_reading (
    version_id uuid not null,
    username   text not null,
    primary key (version_id, username)
);
