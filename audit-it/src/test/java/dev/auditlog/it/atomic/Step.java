package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.ApplicationScoped;

/** An audited bean that is a part of whatever transaction there is. */
@ApplicationScoped
public class Step {

    @Audited(operation = "Step.taken", outcomes = Outcomes.ALL)
    public String taken(String id) {
        return id;
    }
}
