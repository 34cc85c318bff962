-- An index for each way in which lists are asked for, in the order in which they are shown.
create index coop_request_of_direction on coop_request (direction, submitted_at desc, request_id);
create index coop_request_of_state on coop_request (state, submitted_at desc, request_id);
create index coop_request_of_kind on coop_request (kind, submitted_at desc, request_id);

-- The work list is in the order of deadlines, and of submission where those are the same: both in one table, so that one index has it.
alter table coop_instance add submitted_at timestamptz;
update coop_instance instance set submitted_at = request.submitted_at
from coop_request request
where request.request_id = instance.request_id;
alter table coop_instance alter submitted_at set not null;
-- The states are those of the query.
create index coop_instance_work on coop_instance (addressee, due_at, submitted_at, request_id) include (paused_until)
where state in ('SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED', 'INFO_NEEDED', 'POSTPONED', 'ACCEPTED', 'IN_PROGRESS');

create index journal_of_direction on journal (event_type, direction, number desc);
create index journal_of_originator on journal (event_type, originator, number desc);

create index publication_of_type on publication (type, published_at desc, subject_id, originator);
create index publication_of_originator on publication (originator, published_at desc, subject_id, type);
create index publication_of_direction on publication (direction, published_at desc, subject_id, originator, type);
create index publication_of_status on publication (status, published_at desc, subject_id, originator, type);
