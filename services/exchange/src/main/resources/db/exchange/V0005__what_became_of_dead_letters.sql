-- How a letter ended, who wants to discard it, and each act upon it. Where the content had to go, the value is empty.
alter table dead_letter add column resolution text;
alter table dead_letter add column discard_by text;
alter table dead_letter add column discard_reason text;
create index dead_letter_open on dead_letter (id) where resolved_at is null;
create index dead_letter_key on dead_letter (topic, record_key) where resolved_at is null;

create table dead_letter_act (
    id     bigint generated always as identity primary key,
    letter bigint      not null references dead_letter,
    act    text        not null,
    actor  text        not null,
    reason text,
    at     timestamptz not null
);
create index dead_letter_act_letter on dead_letter_act (letter, id);
