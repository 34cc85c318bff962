-- The control.delivery by which the platform knows of an act; null where nobody knows which event the letter holds, and of acts before this version.
alter table dead_letter_act add column notice uuid;

-- What its originator takes back is emptied, whatever became of it here.
drop index dead_letter_key;
create index dead_letter_key on dead_letter (topic, record_key);
