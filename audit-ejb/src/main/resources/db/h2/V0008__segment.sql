-- Derby's tables of segments have this version. H2 goes through an index in both directions and has indexes of its own.
merge into audit_schema (version, applied_us, checksum, min_writer) key (version) values (8, 0, '', 1);
