-- How many events there are, by what they have in common, hour by hour or day by day, for the numbers beside a list of long
-- ranges. Made from the rows of audit_event behind the writers, and never the truth: both tables can be emptied, and are
-- filled again. ADR 0074. Additive: older writers know neither table and need none. Undo: drop both.
create table if not exists audit_count (
    field smallint not null, -- what is counted by, and whether for hours or for days: RollUpSql
    hour_number integer not null, -- since 1970 UTC, of the hour, or of the day's first one
    value_text varchar(255) not null,
    application varchar(128) not null,
    outcome varchar(8) not null,
    events bigint not null,
    constraint pk_audit_count primary key (field, hour_number, value_text, application, outcome)
);
create index if not exists ix_audit_count_value_text on audit_count (field, value_text, hour_number);
-- The number of the last event of each chain that is counted in audit_count, moved in the same transaction. The row of the
-- empty name changes with each of them: so only one process counts at a time, and a reader sees whether one did meanwhile.
create table if not exists audit_count_mark (
    chain varchar(257) not null,
    seq bigint not null,
    constraint pk_audit_count_mark primary key (chain)
);
merge into audit_count_mark (chain, seq) key (chain) values ('', 0);
insert into audit_schema (version, applied_us, checksum, min_writer) values (6, 0, '', 1);
