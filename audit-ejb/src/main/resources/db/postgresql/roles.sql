-- Roles for the users that applications and the console connect as: they can add events and read them, and can neither
-- change nor delete one. ADR 0059, docs/postgresql.md. Run it after the schema's files, as the schema's owner, with the
-- schema first in the search path. It may be run again at any time. Roles are the server's, not the database's: where
-- the owner may not create any, somebody who may runs the two lines "create role" first.
do $body$ begin
    if not exists (select from pg_roles where rolname = 'audit_recorder') then
        create role audit_recorder nologin; -- for applications
    end if;
    if not exists (select from pg_roles where rolname = 'audit_console') then
        create role audit_console nologin; -- for the console, which records its own use too
    end if;
    execute format('grant usage on schema %I to audit_recorder, audit_console', current_schema());
end $body$;
revoke all on audit_event, audit_event_default from audit_recorder, audit_console;
grant select, insert on audit_event to audit_recorder, audit_console;
grant execute on function audit_partitions(integer, bigint) to audit_recorder, audit_console;
grant select, insert, update on audit_chain, audit_recorder to audit_recorder, audit_console;
grant select, insert, update, delete on audit_outbox to audit_recorder, audit_console;
grant select, insert, update, delete on audit_coverage to audit_recorder, audit_console;
grant select on audit_schema to audit_recorder, audit_console;
grant update (applied_us) on audit_schema to audit_recorder, audit_console; -- how a writer finds out whether it can write
grant select, insert, update, delete on audit_account, audit_sign_in, audit_view, audit_default_view to audit_console;
grant select on audit_count, audit_count_mark, audit_sighting to audit_recorder;
grant select, insert, update on audit_count, audit_count_mark to audit_console; -- which counts behind the writers
grant select, insert, update, delete on audit_sighting to audit_console;
