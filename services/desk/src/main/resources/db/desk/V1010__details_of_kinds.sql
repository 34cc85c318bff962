-- What a request of its kind says beyond what all say; null in requests of before there were details.
alter table coop_request add details jsonb;
