-- What States tell of their joint investigations: that they are there and where they stand, and nothing of what they are about.
create table joint_investigation (
    requesting_party text not null,
    request_id       uuid not null,
    reference        text not null,
    kind             text not null,
    pillar           integer not null,
    status           text not null,
    addressees       text[] not null,
    -- One for each addressee, in the same order.
    states           text[] not null,
    state            text not null,
    submitted_at     timestamptz not null,
    due_at           timestamptz,
    changed_at       timestamptz not null,
    primary key (requesting_party, request_id)
);
create index joint_investigation_newest on joint_investigation (submitted_at desc, request_id, requesting_party);
