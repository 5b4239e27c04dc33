-- Holidays imported and units' own days, as performance publishes them, in the order in which this service heard of them.
create table calendar_entry (
    seq      bigint generated always as identity primary key,
    subject  uuid  not null,
    revision int   not null,
    year     int,
    unit     text,
    day      date,
    says     jsonb not null,
    unique (subject, revision)
);
create trigger calendar_entry_append_only before update or delete on calendar_entry
    for each row execute function refuse_change();
