-- Incidents that the party reported (OUT, positions as fine as they were entered, those that left are coarser, R14) or received (IN).
create table incident (
    event_id    uuid primary key,
    direction   text not null check (direction in ('IN', 'OUT')),
    originator  text not null,
    incident_id text not null,
    context_id  text not null,
    type        text not null,
    status      text not null,
    occurred_at timestamptz not null,
    stored_at   timestamptz not null,
    content     jsonb not null
);
create index incident_newest on incident (occurred_at desc, event_id);
