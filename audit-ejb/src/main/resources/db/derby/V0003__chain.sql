-- Who may write a chain, and the last number given in it: changed in the same transaction as the events. ADR 0045.
-- Older writers do not look at it, so they are no longer taken.
create table audit_chain (
    chain varchar(257) not null, -- application@node
    epoch bigint not null, -- raised by each writer that takes the chain; one with an older epoch writes nothing more
    lease_us bigint not null, -- until when nobody else takes it, by the database's clock; 0: free
    seq bigint not null, -- of the newest event; 0: none
    holder varchar(255) not null, -- who took it last, for people: process and host
    constraint pk_audit_chain primary key (chain)
);
-- What each recorder said last about itself; rows of nodes that are gone stay until somebody deletes them.
create table audit_recorder (
    chain varchar(257) not null,
    application varchar(128) not null,
    node varchar(128) not null,
    started_us bigint not null,
    beat_us bigint not null, -- every 5 s while it lives and the database can be reached
    stopped_us bigint, -- null while it runs
    figures varchar(4000) not null, -- JSON
    constraint pk_audit_recorder primary key (chain)
);
insert into audit_schema (version, applied_us, checksum, min_writer) values (3, 0, '', 3);
