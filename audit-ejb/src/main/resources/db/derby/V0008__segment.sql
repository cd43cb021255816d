-- Hashes of what events can be found by, column by column for some thousand events at a time: Derby has no index that answers
-- any two conditions together. Made from the rows of audit_event behind the writers, and never the truth: all three tables
-- can be emptied, and are filled again. ADR 0076. Additive: older writers know none of them. Undo: drop all three.
create table audit_segment (
    segment bigint not null,
    low_id varchar(36) not null,
    high_id varchar(36) not null,
    constraint pk_audit_segment primary key (segment)
);
-- Four bytes for each event of the segment, in the order of their ids; 16 for the ids themselves.
create table audit_segment_column (
    field smallint not null, -- SegmentColumn
    segment bigint not null,
    body varchar(32672) for bit data not null,
    constraint pk_audit_segment_column primary key (field, segment)
);
-- Like audit_count_mark.
create table audit_segment_mark (
    chain varchar(257) not null,
    seq bigint not null,
    constraint pk_audit_segment_mark primary key (chain)
);
insert into audit_segment_mark (chain, seq) values ('', 0);
insert into audit_schema (version, applied_us, checksum, min_writer) values (8, 0, '', 1);
