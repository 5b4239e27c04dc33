-- A browser's session. What it holds (tokens, name, roles) is sealed with a key the database does not know,
-- and its id is not here either, only the id's hash: a copy of this table signs nobody in.
create table session (
    id_hash           bytea primary key check (octet_length(id_hash) = 32),
    subject           text        not null,
    provider_sid      text,
    sealed            bytea       not null,
    access_expires_at timestamptz not null,
    created_at        timestamptz not null,
    seen_at           timestamptz not null,
    expires_at        timestamptz not null
);

create index session_by_provider_sid on session (provider_sid);
create index session_by_subject on session (subject);
create index session_by_end on session (expires_at);
