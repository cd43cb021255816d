package dev.auditlog.it.inside;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain CDI bean with audited methods. */
@ApplicationScoped
public class Work {

    @Audited(operation = "Work.done", activity = Activity.UPDATE, outcomes = Outcomes.ALL)
    public String done(String what) {
        return what;
    }

    @Audited(operation = "Work.failed", outcomes = Outcomes.ALL)
    public String failed(String what) {
        throw new IllegalStateException("failed: " + what);
    }

    @Audited(operation = "Work.failedQuietly")
    public String failedQuietly(String what) {
        throw new IllegalStateException("failed: " + what);
    }
}
