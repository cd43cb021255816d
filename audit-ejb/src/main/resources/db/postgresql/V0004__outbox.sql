-- Events of the guarantee ATOMIC: inserted in the business transaction, moved to audit_event by the relay. ADR 0050.
-- Times are microseconds since 1970 UTC. Additive: older writers do not know the table and need none.
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
insert into audit_schema (version, applied_us, checksum, min_writer) values (4, 0, '', 3);
