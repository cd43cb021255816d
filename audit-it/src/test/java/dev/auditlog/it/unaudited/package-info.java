/** An application in which nothing is audited, though its code can record. */
package dev.auditlog.it.unaudited;
