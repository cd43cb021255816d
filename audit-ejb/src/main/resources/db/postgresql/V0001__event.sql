-- Which values a column takes, by its type. Checks of the table would be read and prepared anew by each insert, which
-- costs as much as two more events; those of a type are prepared once in a session. ADR 0068.
create domain audit_seq as bigint check (value > 0);
create domain audit_activity as varchar(8) check (value in ('CREATE', 'READ', 'UPDATE', 'DELETE', 'OTHER'));
create domain audit_outcome as varchar(8) check (value in ('SUCCESS', 'DENIED', 'FAILURE', 'ERROR', 'UNKNOWN'));
create domain audit_tx_outcome as varchar(12) check (value in ('COMMITTED', 'ROLLED_BACK', 'NONE', 'UNKNOWN'));
create domain audit_guarantee as varchar(16) check (value in ('ATOMIC', 'BEFORE_RESPONSE', 'BEST_EFFORT'));
create domain audit_actor_type as varchar(16) check (value in ('USER', 'SERVICE', 'SYSTEM', 'ANONYMOUS'));

-- One row for each event; its columns are the only truth. Times are microseconds since 1970 UTC. ADR 0011.
-- The primary key orders like time, so it is the time's index too, and the outcome's index ends in it.
-- Ids compare byte by byte (collate "C"), like time. Partial indexes: most events are successes. ADR 0011.
-- A partition holds the ids of one month (UTC), and audit_event_default what no month takes. ADR 0058.
create table audit_event (
    id varchar(36) collate "C" not null,
    chain varchar(257) collate "C" not null,
    seq audit_seq not null,
    time_us bigint not null,
    recorded_us bigint not null,
    application varchar(128) not null,
    node varchar(128) not null,
    operation varchar(255) not null,
    activity audit_activity not null,
    outcome audit_outcome not null,
    tx_outcome audit_tx_outcome not null,
    status integer,
    duration_us bigint not null,
    guarantee audit_guarantee not null,
    actor_id varchar(255),
    actor_key varchar(255) collate "C",
    actor_name varchar(255),
    actor_type audit_actor_type not null,
    actor_group varchar(255),
    actor_roles text not null,
    actor_auth varchar(64),
    actor_session varchar(128),
    target_type varchar(128) collate "C",
    target_id varchar(255) collate "C",
    target_name varchar(255),
    source_ip varchar(64),
    source_key varchar(32) collate "C",
    source_peer varchar(64),
    source_chain text,
    source_rule varchar(32),
    request_method varchar(32),
    request_path varchar(2048),
    request_route varchar(512),
    request_query varchar(4096),
    user_agent varchar(512),
    content_type varchar(255),
    request_data text,
    request_bytes bigint,
    request_truncated boolean,
    redacted text,
    error_type varchar(255),
    error_message varchar(2048),
    reason varchar(1024),
    attributes text not null,
    correlation_id varchar(128),
    trace_id varchar(32),
    parent_id varchar(36) collate "C",
    constraint pk_audit_event primary key (id)
) partition by range (id);
-- One inverted index for nearly all that is asked, one word of a hash for each of an event's values. A new row is only
-- noted at first, which costs as much as two or three other indexes, and is sorted in with many. ADR 0073.
create index ix_audit_event_terms on audit_event using gin ((array[
    hashtextextended(operation, 1), hashtextextended(split_part(operation, '.', 1), 2),
    hashtextextended(application, 3), hashtextextended(node, 4), hashtextextended(activity::text, 5),
    hashtextextended(tx_outcome::text, 6), hashtextextended(actor_type::text, 7), hashtextextended(status::text, 8),
    hashtextextended(case when duration_us >= 1000000 then '1s' end, 9),
    hashtextextended(case when duration_us >= 10000000 then '10s' end, 9),
    hashtextextended(case when duration_us >= 60000000 then '1m' end, 9), hashtextextended(actor_key, 10),
    hashtextextended(lower(actor_name), 10), hashtextextended(actor_group, 11), hashtextextended(actor_session, 12),
    hashtextextended(target_type, 13), hashtextextended(target_id, 14), hashtextextended(source_key, 15),
    hashtextextended(substr(source_key, 1, 30), 16), hashtextextended(substr(source_key, 1, 28), 17),
    hashtextextended(substr(source_key, 1, 12), 18), hashtextextended(lower(request_method), 19),
    hashtextextended(request_path, 20), hashtextextended(split_part(request_path, '/', 2), 21),
    hashtextextended(lower(reason), 22), hashtextextended(substring(error_type from '[^.]+$'), 23),
    hashtextextended(correlation_id, 24), hashtextextended(trace_id, 25), hashtextextended(parent_id, 26)]));
create index ix_audit_event_outcome_id on audit_event (outcome, id) where outcome <> 'SUCCESS';
create table audit_event_default partition of audit_event default;
create unique index uq_audit_event_default_chain_seq on audit_event_default (chain, seq);

-- Makes the partitions of this month and the next ones where they are missing, moving what the default partition holds
-- of them. Runs as its owner, so that a user without rights to make tables can call it. Returns how many events of
-- months that are still missing lie in the default partition, because they are more than may be moved at once: nobody can
-- insert into it meanwhile. Waits for no lock longer than a second, and for nobody who is doing the same.
create function audit_partitions(ahead integer, most_moved bigint) returns bigint
    language plpgsql security definer set lock_timeout = '1s' as $body$
declare
    this_month constant timestamp := date_trunc('month', clock_timestamp() at time zone 'UTC');
    bounds text[];
    found bigint;
    unmoved bigint := 0;
    month timestamp;
    part text;
begin
    if not pg_try_advisory_xact_lock(20261125, 'audit_event'::regclass::oid::integer) then
        return 0;
    end if;
    for months in 0 .. least(ahead, 24) loop
        month := this_month + make_interval(months => months);
        part := 'audit_event_' || to_char(month, 'YYYYMM');
        continue when exists (
            select from pg_class where relname = part and relnamespace = current_schema()::regnamespace);
        -- the lowest id of this month and of the next one: a UUIDv7 begins with the milliseconds since 1970
        select array_agg(substr(hex, 1, 8) || '-' || substr(hex, 9) || '-7000-8000-000000000000' order by hex)
            into bounds
            from unnest(array[month, month + interval '1 month']) as bound (moment),
                lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') as hex;
        lock table audit_event_default in access exclusive mode;
        select count(*) into found from audit_event_default where id >= bounds[1] and id < bounds[2];
        if found > most_moved then
            unmoved := unmoved + found;
            continue;
        end if;
        -- made apart and then attached: so inserts into the other partitions go on
        execute format('create table %I (like audit_event including all)', part);
        execute format('create unique index %I on %I (chain, seq)', 'uq_' || part || '_chain_seq', part);
        if found > 0 then
            execute format('with moved as (delete from audit_event_default where id >= $1 and id < $2 returning *)'
                ' insert into %I select * from moved', part) using bounds[1], bounds[2];
        end if;
        execute format('alter table audit_event attach partition %I for values from (%L) to (%L)',
            part, bounds[1], bounds[2]);
    end loop;
    return unmoved;
end
$body$;
revoke execute on function audit_partitions(integer, bigint) from public;
-- Names inside the function mean this schema, whatever the caller's search path says.
do $body$ begin
    execute format('alter function audit_partitions(integer, bigint) set search_path = %I, pg_temp', current_schema());
end $body$;
select audit_partitions(3, 0);
insert into audit_schema (version, applied_us, checksum, min_writer) values (1, 0, '', 1);
