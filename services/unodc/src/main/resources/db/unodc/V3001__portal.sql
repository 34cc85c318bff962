-- The knowledge that everybody may read. Written from records of public topics alone; what desks know is in other tables.
create table portal_entry (
    originator   text not null,
    type         text not null,
    subject_id   uuid not null,
    event_id     uuid not null,
    kind         text not null,
    status       text not null check (status in ('ACTUAL', 'EXERCISE')),
    withdrawn    boolean not null,
    countries    text[] not null,
    themes       text[] not null,
    published_at timestamptz not null,
    content      jsonb not null,
    primary key (originator, type, subject_id)
);
create index portal_entry_newest on portal_entry (published_at desc, subject_id, originator, type) where not withdrawn;
create index portal_entry_countries on portal_entry using gin (countries);
create index portal_entry_themes on portal_entry using gin (themes);
