-- What was published upon a request.
create index publication_by_request on publication ((content ->> 'requestId')) where direction = 'OUT';
