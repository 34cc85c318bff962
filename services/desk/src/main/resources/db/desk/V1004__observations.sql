-- The last observation of each series and period that came, by inbox or public topic. Who the originator is, is part of the key: nobody corrects another.
create table observation (
    originator   text not null,
    context_id   text not null,
    event_id     uuid not null,
    indicator    text not null,
    geo_level    text not null,
    geo_code     text not null,
    period       text not null,
    -- Null where a newer sender writes periods in a way that this service does not know.
    first_day    date,
    last_day     date,
    revision     integer not null,
    published_at timestamptz not null,
    received_at  timestamptz not null,
    content      jsonb not null,
    primary key (originator, context_id)
);
create index observation_series on observation (indicator, geo_level, geo_code, first_day);
create index observation_newest on observation (last_day desc nulls last, first_day desc, indicator, geo_level, geo_code, originator, context_id);
