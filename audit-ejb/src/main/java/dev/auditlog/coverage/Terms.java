package dev.auditlog.coverage;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;

/**
 * How the calls of a method are audited: annotations and configuration, resolved.
 *
 * @param operation name of what is done, as in its events
 * @param activity kind of access
 * @param outcomes which ends are recorded
 * @param data whether request data is recorded
 * @param guarantee how sure it is that the event is kept
 */
public record Terms(String operation, Activity activity, Outcomes outcomes, Data data, Guarantee guarantee) {}
