-- Words of the reference and the subject, for officers who look for a request. The expression is that of the query.
create index coop_request_words on coop_request using gin (to_tsvector('simple', replace(reference, '-', ' ') || ' ' || subject));

-- Requests that somebody at this desk has begun to write. All officers of the desk see them; nobody's name is kept.
create table request_draft (
    draft_id uuid primary key,
    kind     text not null,
    fields   jsonb not null,
    version  int not null,
    saved_at timestamptz not null
);
create index request_draft_latest on request_draft (saved_at desc, draft_id);
