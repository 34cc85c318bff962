-- Alerts that the party received, as they came.
create table route_alert (
    event_id    uuid primary key,
    originator  text not null,
    route_id    text not null,
    alert_kind  text not null,
    status      text not null,
    tlp         text not null,
    summary     text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    content     jsonb not null
);
create index route_alert_newest on route_alert (received_at desc, event_id);
