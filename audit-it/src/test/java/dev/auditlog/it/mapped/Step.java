package dev.auditlog.it.mapped;

import dev.auditlog.Audited;
import jakarta.enterprise.context.ApplicationScoped;

/** An audited bean. */
@ApplicationScoped
public class Step {

    @Audited(operation = "MappedStep.done")
    public String done() {
        return "done";
    }
}
