/** All SQL: the persistence unit, the schema, the entities and what differs between databases. */
@NullMarked
package dev.auditlog.store;

import org.jspecify.annotations.NullMarked;
