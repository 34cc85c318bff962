-- What recipients said was done about copies of this party's events that they could not apply.
create table copy_notice (
    number      bigint generated always as identity primary key,
    notice_id   uuid not null,
    party       text not null,
    event_id    uuid not null,
    event_type  text not null,
    act         text not null,
    decided_by  text not null,
    failure     text not null,
    reason      text,
    at          timestamptz not null,
    received_at timestamptz not null,
    -- Of a return: that somebody here has dealt with it.
    done_at     timestamptz,
    done_by     text,
    unique (party, notice_id)
);
create index copy_notice_event on copy_notice (event_id, number);
create index copy_notice_open on copy_notice (number) where act = 'RETURNED' and done_at is null;
