/** A resource that asks for a guarantee which this release does not give. */
package dev.auditlog.it.weaker;
