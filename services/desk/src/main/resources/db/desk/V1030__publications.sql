-- The last version of each publication, that the party made (OUT) or that came by inbox or public topic (IN). Who the originator is, is part of
-- the key: nobody corrects another. A row keeps its status (R17).
create table publication (
    originator   text not null,
    type         text not null,
    subject_id   uuid not null,
    direction    text not null check (direction in ('IN', 'OUT')),
    event_id     uuid not null,
    -- Of what others published, 0.
    version      integer not null,
    status       text not null,
    withdrawn    boolean not null,
    countries    text[] not null,
    themes       text[] not null,
    published_at timestamptz not null,
    stored_at    timestamptz not null,
    handling     jsonb not null,
    recipients   text[] not null,
    excluded     text[] not null,
    content      jsonb not null,
    primary key (originator, type, subject_id)
);
create index publication_by_id on publication (subject_id);
create index publication_newest on publication (published_at desc, subject_id, originator, type);
create index publication_countries on publication using gin (countries);
create index publication_themes on publication using gin (themes);
