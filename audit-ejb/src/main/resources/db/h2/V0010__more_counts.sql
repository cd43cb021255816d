-- More is counted by than before: nodes, types of actors, ends of transactions, methods and errors. So the numbers are made anew,
-- and where actors were seen with them. What each number in the column field means says Counted. ADR 0074. Additive: older writers know these tables not. Undo: nothing to undo.
delete from audit_sighting;
delete from audit_count;
delete from audit_count_mark where chain <> '';
merge into audit_schema (version, applied_us, checksum, min_writer) key (version) values (10, 0, '', 1);
