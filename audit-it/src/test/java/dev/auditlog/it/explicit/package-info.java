/** A small application that names its classes itself, so that nothing is registered by scanning. */
package dev.auditlog.it.explicit;
