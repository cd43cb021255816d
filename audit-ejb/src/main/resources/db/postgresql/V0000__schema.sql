-- Which versions of the schema are applied, and the row (version 0) that whoever applies one locks first: two
-- deployments may start at once, and Derby has no advisory lock. ADR 0010.
create table audit_schema (
    version integer not null,
    applied_us bigint not null, -- microseconds since 1970 UTC; 0: applied by hand
    checksum varchar(64) not null, -- SHA-256 of the file; empty: applied by hand
    min_writer integer not null, -- oldest writer that the schema still takes from this version on
    constraint pk_audit_schema primary key (version)
);
insert into audit_schema (version, applied_us, checksum, min_writer) values (0, 0, '', 0);
