-- The outbox of the guarantee ATOMIC, for a business database that is not the audit database (ADR 0050): run it there as
-- the owner of the schema that the datasource audit.atomic.data-source works in. The user needs insert, select, update
-- and delete on the table. The audit database has it from V0004__outbox.sql. Times are microseconds since 1970 UTC.
create table audit_outbox (
    id varchar(36) collate "C" not null, -- the event's id
    ord bigint generated always as identity, -- order of insertion
    application varchar(128) not null,
    chain varchar(257) collate "C" not null, -- application@node where the call ran; who has that chain moves the row
    created_us bigint not null,
    event text not null, -- JSON, redacted
    aside_us bigint, -- since when it is set aside, because the audit database refuses the event; null: it waits
    aside_why varchar(255),
    constraint pk_audit_outbox primary key (id)
);
create index ix_audit_outbox_chain_ord on audit_outbox (chain, ord);
