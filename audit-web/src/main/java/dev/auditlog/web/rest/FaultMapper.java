package dev.auditlog.web.rest;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Turns whatever goes wrong in a call into a problem document. What is not foreseen tells the caller nothing. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FaultMapper.class.getName());
    private static final int RETRY_SECONDS = 5;
    private static final int TOO_MANY_REQUESTS = 429; // RFC 6585
    private static final int UNAVAILABLE = 503;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return told(known.problem());
        }
        if (thrown instanceof QuerySyntaxException bad) {
            return RestMessages.of(400, bad).toResponse().build();
        }
        if (thrown instanceof TooManyQueriesException
                || thrown instanceof QueryTimeoutException
                || thrown instanceof AuditUnavailableException) {
            return RestMessages.of(503, (AuditException) thrown)
                    .toResponse()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        return thrown instanceof WebApplicationException refused ? byHttp(refused) : unforeseen(thrown);
    }

    private static Response told(Problem problem) {
        Response.ResponseBuilder answer = problem.toResponse();
        boolean later = problem.status() == TOO_MANY_REQUESTS || problem.status() == UNAVAILABLE;
        return (later ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : answer).build();
    }

    /** A refusal by JAX-RS itself: its status and headers stay, such as Allow of a 405. */
    private static Response byHttp(WebApplicationException refused) {
        Response response = refused.getResponse();
        int status = response.getStatus();
        if (response.hasEntity() || status < 400) {
            return response;
        }
        if (status >= 500) {
            return unforeseen(refused);
        }
        Problem problem = RestMessages.refusedByHttp(status);
        return Response.fromResponse(response)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toJson())
                .build();
    }

    private static Response unforeseen(Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, RestMessages.internalForLog(reference), thrown);
        return RestMessages.internal(reference).toResponse().build();
    }
}
