-- What was told last of an own request to those who may know no more than where it stands: each addressee with its state, as text.
create table coop_notice (
    request_id uuid primary key references coop_request,
    standings  text not null,
    event_id   uuid not null
);
create index coop_request_to_be_told on coop_request (submitted_at, request_id)
    where direction = 'OUT' and kind = 'JOINT_INVESTIGATION';
