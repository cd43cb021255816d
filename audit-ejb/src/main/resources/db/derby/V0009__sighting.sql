-- Stretches of time in which an actor was seen at an address without a pause of 30 days, for the qualifier first:ip. Made from
-- the rows of audit_event behind the writers, together with audit_count, and never the truth: all three tables can be emptied,
-- and are filled again. ADR 0077. Additive: older writers know it not. Undo: drop it.
create table audit_sighting (
    first_id varchar(36) not null,
    actor_key varchar(255) not null,
    source_key varchar(32) not null,
    first_us bigint not null,
    last_us bigint not null,
    constraint pk_audit_sighting primary key (first_id)
);
create index ix_audit_sighting_actor_key on audit_sighting (actor_key);
delete from audit_count;
delete from audit_count_mark where chain <> '';
insert into audit_schema (version, applied_us, checksum, min_writer) values (9, 0, '', 1);
