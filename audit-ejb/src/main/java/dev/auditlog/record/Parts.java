package dev.auditlog.record;

/** What the threads of one recorder share. */
record Parts(Settings settings, EventLog log, EventQueue queue, Health health, Figures figures, Sinks sinks) {}
