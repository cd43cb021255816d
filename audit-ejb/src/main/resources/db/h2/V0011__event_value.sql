-- PostgreSQL takes a batch as one value (ADR 0078); nothing to do here. Additive. Undo: nothing to undo.
merge into audit_schema (version, applied_us, checksum, min_writer) key (version) values (11, 0, '', 1);
