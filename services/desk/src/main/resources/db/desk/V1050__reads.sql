-- Who read which event by REST, as a chain of hashes (R16). It only grows.
create table rest_read (
    number      bigint primary key,
    at          timestamptz not null,
    account     text not null,
    role        text not null,
    event_type  text not null,
    event_id    uuid not null,
    originator  text not null,
    way         text not null check (way in ('ONE', 'LIST')),
    previous    text not null,
    hash        text not null
);
create index rest_read_event on rest_read (event_id, number desc);

create function rest_read_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the audit of reads only grows';
end $$;
create trigger rest_read_only_grows before update or delete or truncate on rest_read
    for each statement execute function rest_read_only_grows();
