package dev.auditlog.it.inside;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** A session bean with audited methods. */
@Stateless
public class SessionWork {

    @Resource
    private SessionContext session;

    @Audited(operation = "SessionWork.done", outcomes = Outcomes.ALL)
    public void done() {
        // commits
    }

    @Audited(operation = "SessionWork.rolledBack", outcomes = Outcomes.ALL)
    public void rolledBack() {
        session.setRollbackOnly();
    }

    /** What is booked stays, whatever becomes of the transaction here. */
    public void rolledBackAround(ApartWork apart) {
        apart.book();
        session.setRollbackOnly();
    }
}
