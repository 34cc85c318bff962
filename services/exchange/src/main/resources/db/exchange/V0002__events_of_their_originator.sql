-- An event is known by its originator and its id: nobody can use up the id of another's event. What was seen before this version did not say who sent it; the
-- empty name keeps it, and such an event would be taken once more if it came again, which handlers bear.
alter table inbox add column originator text not null default '';
alter table inbox alter column originator drop default;
alter table inbox drop constraint inbox_pkey;
alter table inbox add primary key (originator, event_id);

-- What waits keeps the order of its case from one originator; another's trouble in the same case does not hold it back.
alter table dead_letter add column originator text;
drop index dead_letter_case;
create index dead_letter_case on dead_letter (context_id, originator) where resolved_at is null;
