-- What the party sent (OUT) and received (IN) of events that no table of their own keeps. An event is known by its originator and its id.
create table journal (
    number      bigint generated always as identity primary key,
    event_id    uuid not null,
    originator  text not null,
    event_type  text not null,
    direction   text not null check (direction in ('IN', 'OUT')),
    -- What its originator calls the matter.
    subject     text not null,
    context_id  text not null,
    status      text not null,
    -- Whether its originator said something later in the same case.
    superseded  boolean not null default false,
    stored_at   timestamptz not null,
    content     jsonb not null,
    unique (event_id, originator)
);
create index journal_newest on journal (event_type, number desc);
create index journal_subject on journal (event_type, subject, number desc);
create index journal_standing on journal (event_type, originator, context_id) where not superseded;
