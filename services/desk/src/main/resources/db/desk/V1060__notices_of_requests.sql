-- Own requests of which others are told that they are there and where they stand: whether there is something to tell, and whether anything was told.
create table coop_notice (
    request_id uuid primary key references coop_request,
    due        boolean not null,
    told       boolean not null
);
create index coop_notice_due on coop_notice (request_id) where due;

insert into coop_notice
select request_id, true, false from coop_request where direction = 'OUT' and kind = 'JOINT_INVESTIGATION';

-- Written with what happened, whoever writes that.
create function coop_notice_begins() returns trigger language plpgsql as $$
begin
    insert into coop_notice values (new.request_id, true, false);
    return null;
end $$;
create trigger coop_notice_begins after insert on coop_request for each row
    when (new.direction = 'OUT' and new.kind = 'JOINT_INVESTIGATION')
    execute function coop_notice_begins();

create function coop_notice_is_due() returns trigger language plpgsql as $$
begin
    update coop_notice set due = true where request_id = new.request_id;
    return null;
end $$;
create trigger coop_notice_is_due after update of state on coop_instance for each row
    when (old.state <> new.state)
    execute function coop_notice_is_due();
