-- Records of IOM's Missing Migrants Project as they were taken, without descriptions, sources or positions. They never leave; what leaves is in published_observation.
create table research_record (
    web_id     text primary key,
    month      date not null,
    geo_level  text not null,
    geo_code   text not null,
    geo_name   text not null,
    dead       integer,
    missing    integer,
    survivors  integer,
    women      integer,
    men        integer,
    children   integer
);
create index research_record_month on research_record (month);

-- The months for which there are records. A month is due while its observations may differ from its records.
create table research_month (
    month    date primary key,
    complete boolean not null,
    due      boolean not null
);

-- What readers were told last of each series and month: a correction is what differs from it.
create table published_observation (
    month      date not null,
    geo_level  text not null,
    geo_code   text not null,
    indicator  text not null,
    geo_name   text not null,
    value      integer,
    n          integer,
    method     text not null,
    tlp        text not null,
    revision   integer not null,
    event_id   uuid not null,
    primary key (month, geo_level, geo_code, indicator)
);

-- Alerts that followed from published observations, so that one is told once, changed or withdrawn.
create table deaths_rise_alert (
    geo_code  text not null,
    month     date not null,
    status    text not null,
    summary   text not null,
    withdrawn boolean not null,
    event_id  uuid not null,
    primary key (geo_code, month, status)
);

create table research_ingest (
    id           uuid primary key,
    name         text not null,
    replay       boolean not null,
    state        text not null,
    received_at  timestamptz not null,
    finished_at  timestamptz,
    rows_read    bigint not null default 0,
    rows_taken   bigint not null default 0,
    months_total integer not null default 0,
    months_done  integer not null default 0,
    published    bigint not null default 0,
    unchanged    bigint not null default 0,
    suppressed   bigint not null default 0,
    alerts       jsonb,
    failure      text
);
create index research_ingest_newest on research_ingest (received_at desc, id);
-- One at a time: two files could hold the same months.
create unique index research_ingest_running on research_ingest ((true)) where state in ('READING', 'PUBLISHING');

create table research_set_aside (
    ingest_id  uuid not null references research_ingest,
    row_number bigint not null,
    web_id     text,
    reason     text not null,
    primary key (ingest_id, row_number)
);

-- Rows of a file that is still being read. They count only once all of it was.
create table research_staged (
    ingest_id  uuid not null references research_ingest,
    row_number bigint not null,
    web_id     text not null,
    month      date not null,
    geo_level  text not null,
    geo_code   text not null,
    geo_name   text not null,
    dead       integer,
    missing    integer,
    survivors  integer,
    women      integer,
    men        integer,
    children   integer,
    primary key (ingest_id, row_number)
);
