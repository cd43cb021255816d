/** What is acknowledged survives: servers and databases are killed, frozen and cut off under load. */
package dev.auditlog.fault;
