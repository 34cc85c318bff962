-- Alerts that IOM published, as its analysts wrote them: positions here are as fine as they were entered, those that left are coarser (R14).
create table published_route_alert (
    event_id     uuid primary key,
    published_at timestamptz not null,
    content      jsonb not null
);
create index published_route_alert_newest on published_route_alert (published_at desc, event_id);
