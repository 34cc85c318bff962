-- An index for each way in which lists are asked for, in the order in which they are shown, with all that they can be filtered by: which requests a
-- page has, and how many there are, is told by the index alone.
drop index coop_request_newest;
create index coop_request_newest on coop_request (submitted_at desc, request_id) include (direction, state, kind);
create index coop_request_of_direction on coop_request (direction, submitted_at desc, request_id) include (state, kind);
create index coop_request_of_state on coop_request (state, submitted_at desc, request_id) include (direction, kind);
create index coop_request_of_kind on coop_request (kind, submitted_at desc, request_id) include (direction, state);

-- Words that officers look for. Kept, since to take a subject apart takes longer than to compare what came out.
drop index coop_request_words;
alter table coop_request add words tsvector
    generated always as (to_tsvector('simple', replace(reference, '-', ' ') || ' ' || subject)) stored;
create index coop_request_words on coop_request using gin (words);

-- The work list is in the order of deadlines, and of submission where those are the same: both in one table, so that one index has it.
alter table coop_instance add submitted_at timestamptz;
update coop_instance instance set submitted_at = request.submitted_at
from coop_request request
where request.request_id = instance.request_id;
alter table coop_instance alter submitted_at set not null;
-- The states are those of the query.
create index coop_instance_work on coop_instance (addressee, due_at, submitted_at, request_id) include (paused_until)
where state in ('SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED', 'INFO_NEEDED', 'POSTPONED', 'ACCEPTED', 'IN_PROGRESS');
create index coop_instance_paused on coop_instance (addressee, due_at, submitted_at, request_id) include (paused_until)
where paused_until is not null
  and state in ('SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED', 'INFO_NEEDED', 'POSTPONED', 'ACCEPTED', 'IN_PROGRESS');

create index journal_of_direction on journal (event_type, direction, number desc) include (superseded);
create index journal_of_originator on journal (event_type, originator, number desc) include (superseded);

create index publication_of_type on publication (type, published_at desc, subject_id, originator);
create index publication_of_originator on publication (originator, published_at desc, subject_id, type);
create index publication_of_direction on publication (direction, published_at desc, subject_id, originator, type);
create index publication_of_status on publication (status, published_at desc, subject_id, originator, type);
