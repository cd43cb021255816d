package dev.auditlog.sample.http;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything else that goes wrong. When the database refuses the changes, which for most constraints happens only at
 * commit, the answer is 409; the rest is 500, and only the log says why.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
    private static final String CONSTRAINT_VIOLATED = "23"; // class of SQL states
    private static final String ROLLED_BACK = "40"; // by a deadlock, for instance
    private static final int MAX_CAUSES = 20;

    @Override
    public Response toResponse(Exception failure) {
        if (isConflict(failure)) {
            return Problem.response(
                    Status.CONFLICT,
                    "Nothing was changed: it does not fit to what others did. Read again, then retry.");
        }
        LOG.log(Level.WARNING, "A call failed.", failure);
        return Problem.response(Status.INTERNAL_SERVER_ERROR, "Nothing was changed. The log of the server says why.");
    }

    private static boolean isConflict(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof OptimisticLockException || cause instanceof SQLException sql && isConflict(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConflict(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && (state.startsWith(CONSTRAINT_VIOLATED) || state.startsWith(ROLLED_BACK));
    }
}
