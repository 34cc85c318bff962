-- Schemas of stored events, by fingerprint: a row can be sent long after the service that wrote it was upgraded.
create table outbox_schema (
    fingerprint text primary key,
    schema      text not null
);

-- What the party says. Ids within a bucket are in the order of commits. A row is sent when its dispatch is committed in the outbox topic.
create table outbox (
    id                bigint generated always as identity primary key,
    bucket            integer     not null,
    event_id          uuid        not null unique,
    event_type        text        not null,
    context_id        text        not null,
    releasable_to     text[]      not null,
    not_releasable_to text[]      not null,
    fingerprint       text        not null references outbox_schema,
    event             bytea       not null,
    signature         text        not null,
    traceparent       text,
    added_at          timestamptz not null default now(),
    seq               bigint,
    sent_at           timestamptz,
    sent_offset       bigint,
    held_at           timestamptz,
    held_reason       text
);
create unique index outbox_seq on outbox (bucket, seq) where seq is not null;
create index outbox_unsent on outbox (bucket, id) where sent_at is null;
create index outbox_unsent_case on outbox (bucket, context_id, id) where sent_at is null;

-- What was applied; an event that arrives again does nothing.
create table inbox (
    event_id      uuid primary key,
    event_type    text        not null,
    context_id    text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    received_at   timestamptz not null
);

-- What could not be applied, and what waits behind it to keep the order of its case.
create table dead_letter (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    record_key    text,
    value         bytea       not null,
    event_id      uuid,
    event_type    text,
    context_id    text,
    reason        text        not null,
    behind        bigint references dead_letter,
    at            timestamptz not null default now(),
    resolved_at   timestamptz,
    unique (topic, partition, record_offset)
);
create index dead_letter_case on dead_letter (context_id) where resolved_at is null;

-- What the gate answered to our dispatches.
create table receipt (
    dispatch       text primary key,
    seq            bigint,
    expected_seq   bigint,
    event_id       text,
    event_type     text,
    context_id     text,
    outcome        text        not null,
    rule           text,
    reason         text,
    released_to    text[]      not null,
    withheld_from  jsonb       not null,
    policy_version text        not null,
    decided_at     timestamptz not null,
    received_at    timestamptz not null default now()
);
create index receipt_event on receipt (event_id);
