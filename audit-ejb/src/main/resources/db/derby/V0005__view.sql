-- Views that people have saved, and what each person's list begins with. Times are microseconds since 1970 UTC. ADR 0091.
-- Additive: older writers know neither table and need none. Undo: drop both.
create table audit_view (
    id varchar(36) not null,
    owner varchar(255) not null,
    name varchar(60) not null,
    name_key varchar(60) not null, -- the name in lower case
    shared boolean not null,
    query_text varchar(2000), -- null: every event
    range_from varchar(40), -- as it stands in an address; null: the default
    range_to varchar(40),
    sort_order varchar(8) not null,
    created_us bigint not null,
    changed_us bigint not null,
    constraint pk_audit_view primary key (id),
    constraint uq_audit_view_owner_name_key unique (owner, name_key),
    constraint ck_audit_view_sort_order check (sort_order in ('NEWEST', 'OLDEST'))
);
create table audit_default_view (
    person varchar(255) not null,
    view_key varchar(64) not null, -- id of a view, or the word of one that comes with the console
    constraint pk_audit_default_view primary key (person)
);
insert into audit_schema (version, applied_us, checksum, min_writer) values (5, 0, '', 1);
