-- An event is known by its originator and its id: nobody can take the place of another's event by using its id.
alter table route_alert drop constraint route_alert_pkey;
alter table route_alert add primary key (event_id, originator);
alter table incident drop constraint incident_pkey;
alter table incident add primary key (event_id, originator);
alter table coop_request drop constraint coop_request_event_id_key;
alter table coop_request add unique (event_id, requesting_party);
alter table coop_withdrawal drop constraint coop_withdrawal_pkey;
alter table coop_withdrawal add primary key (event_id, requester);
