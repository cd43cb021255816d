-- Derby's tables of segments have this version. PostgreSQL has an inverted index instead, ADR 0073.
insert into audit_schema (version, applied_us, checksum, min_writer) values (8, 0, '', 1);
