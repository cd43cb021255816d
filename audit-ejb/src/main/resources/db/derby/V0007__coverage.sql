-- Which resource methods of each application are audited, as its modules told it at their last start. ADR 0083.
-- Additive: older writers do not know the table and need none.
create table audit_coverage (
    id varchar(512) not null, -- application@node and the module's context path
    application varchar(128) not null,
    node varchar(128) not null,
    module varchar(512) not null, -- empty for the root
    told_us bigint not null, -- at the start, when the JAX-RS runtime knows more, and daily
    digest varchar(64) not null, -- SHA-256 of the methods: nodes that tell the same have the same
    methods clob not null, -- JSON array
    constraint pk_audit_coverage primary key (id)
);
insert into audit_schema (version, applied_us, checksum, min_writer) values (7, 0, '', 3);
