package dev.auditlog.record;

/**
 * What waits on the machine's disk.
 *
 * @param active whether new events go there, and not to the database
 * @param events how many wait
 * @param bytes room that they take
 * @param damaged files that were found damaged since the start, and kept
 * @param setAside events that the database refuses; they are in the file {@code set-aside.jsonl} beside the spool
 */
public record SpoolStatus(boolean active, long events, long bytes, int damaged, long setAside) {}
