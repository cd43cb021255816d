/** Bad, hostile and secret inputs, sent to the try-out as it is shipped; what is left of them is looked for everywhere. */
package dev.auditlog.it.corpus;
