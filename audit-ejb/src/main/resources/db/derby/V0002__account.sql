-- Users of the console, and how often signing in failed of late. Times are microseconds since 1970 UTC. ADR 0021.
-- Additive: older writers know neither table and need none.
create table audit_account (
    name_key varchar(64) not null, -- the name in lower case
    name varchar(64) not null,
    display_name varchar(128) not null,
    password_hash varchar(255) not null, -- pbkdf2$sha512$iterations$salt$hash
    roles varchar(64) not null, -- auditor, exporter, admin; commas between
    disabled boolean not null,
    must_change boolean not null,
    created_us bigint not null,
    changed_us bigint not null,
    last_sign_in_us bigint,
    constraint pk_audit_account primary key (name_key)
);
-- One row for each name (hashed) or address that failed; rows older than an hour may be deleted at any time.
create table audit_sign_in (
    subject varchar(80) not null,
    failures integer not null,
    last_us bigint not null,
    until_us bigint not null, -- attempts before this are not looked at
    constraint pk_audit_sign_in primary key (subject)
);
insert into audit_schema (version, applied_us, checksum, min_writer) values (2, 0, '', 1);
