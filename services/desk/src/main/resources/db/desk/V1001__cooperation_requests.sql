-- Requests that the party sent (OUT) or that are addressed to it (IN). Written once; only the state changes.
create table coop_request (
    request_id             uuid primary key,
    direction              text not null check (direction in ('IN', 'OUT')),
    state                  text not null,
    reference              text not null,
    requesting_party       text not null,
    requesting_role        text not null,
    addressees             text[] not null,
    kind                   text not null,
    subject                text not null,
    facts_summary          text not null,
    assistance_sought      text not null,
    legal_basis            text,
    language               text not null,
    urgency                text not null,
    due_at                 timestamptz,
    attachments            jsonb not null,
    event_id               uuid not null unique,
    context_id             text not null,
    submitted_at           timestamptz not null,
    status                 text not null,
    priority               text not null,
    tlp                    text not null,
    handling_codes         text[] not null,
    handling_note          text,
    purposes               text[] not null,
    retain_until           timestamptz,
    contains_personal_data boolean not null
);
create index coop_request_newest on coop_request (submitted_at desc, request_id);
create index coop_request_by_direction on coop_request (direction, state, submitted_at desc, request_id);

-- One for each addressee: its own instance (IN), or the view that the requester has of it (OUT).
create table coop_instance (
    request_id uuid not null references coop_request,
    addressee  text not null,
    state      text not null,
    seq        int not null,
    primary key (request_id, addressee)
);

-- Numbered steps as taken (IN) or as heard of (OUT). No reference to coop_request: a restored database may hear of steps of a request that
-- it has yet to learn.
create table coop_step (
    request_id  uuid not null,
    addressee   text not null,
    seq         int not null check (seq >= 1),
    from_state  text not null,
    to_state    text not null,
    actor       text not null check (actor in ('REQUESTER', 'ADDRESSEE')),
    actor_role  text not null,
    reason_code text,
    reason_text text,
    redirect    text,
    conditions  text[] not null,
    taken_at    timestamptz not null,
    event_id    uuid not null,
    primary key (request_id, addressee, seq)
);

-- Withdrawals: sent by this party (OUT), or come before the request that they withdraw (IN) and waiting for it.
create table coop_withdrawal (
    event_id   uuid primary key,
    request_id uuid not null,
    direction  text not null check (direction in ('IN', 'OUT')),
    requester  text not null,
    addressee  text not null,
    role       text not null,
    reason     text,
    asked_at   timestamptz not null,
    unique (request_id, requester, addressee)
);

-- Submissions that carried an idempotency key. Hashes only: neither the caller's name nor the content is kept here.
create table coop_submission (
    key_hash     text primary key,
    content_hash text not null,
    request_id   uuid not null,
    submitted_at timestamptz not null
);

create table coop_reference (
    party text not null,
    year  int not null,
    last  int not null,
    primary key (party, year)
);
