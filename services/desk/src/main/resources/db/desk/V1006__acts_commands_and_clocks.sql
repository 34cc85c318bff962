-- A step is an act with what it carries; what led to it is kept, so that a command is put in order once.
alter table coop_step drop constraint coop_step_actor_check;
alter table coop_step add check (actor in ('REQUESTER', 'ADDRESSEE', 'SERVICE'));
alter table coop_step add act text, add detail jsonb, add causation_id uuid;

update coop_step set
    act = case to_state
        when 'ACKNOWLEDGED' then 'ACKNOWLEDGE'
        when 'ACCEPTED' then 'ACCEPT'
        when 'DECLINED' then 'DECLINE'
        when 'WITHDRAWN' then 'WITHDRAW'
    end,
    detail = jsonb_strip_nulls(jsonb_build_object(
        'reasonCode', reason_code, 'text', reason_text, 'redirect', redirect,
        'conditions', case when conditions <> '{}' then to_jsonb(conditions) end));

update coop_step step set causation_id = withdrawal.event_id
from coop_withdrawal withdrawal
where step.actor = 'REQUESTER' and step.request_id = withdrawal.request_id and step.addressee = withdrawal.addressee;

alter table coop_step
    alter act set not null,
    alter detail set not null,
    drop reason_code,
    drop reason_text,
    drop redirect,
    drop conditions;

-- Commands: sent by this party (OUT), or come before the request that they are about (IN) and waiting for it.
alter table coop_withdrawal rename to coop_command;
alter table coop_command drop constraint coop_withdrawal_request_id_requester_addressee_key;
alter table coop_command add act text not null default 'WITHDRAW', add detail jsonb;
update coop_command set detail = jsonb_strip_nulls(jsonb_build_object('text', reason));
alter table coop_command alter act drop default, alter detail set not null, drop reason;
create index coop_command_by_request on coop_command (request_id);

-- Of this party's own instances: by when it owes something, until when that is paused, and when the clock acts next. All of it follows
-- from the steps; old instances are looked at in the first round.
alter table coop_instance add due_at timestamptz, add paused_until timestamptz, add wake_at timestamptz;
update coop_instance instance set wake_at = request.submitted_at
from coop_request request
where request.request_id = instance.request_id and request.direction = 'IN';
create index coop_instance_by_wake on coop_instance (wake_at) where wake_at is not null;
