package dev.auditlog.sample.http;

import dev.auditlog.sample.SampleApplication;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Refusals as problem documents. Who has not signed in is asked to (401), and not told that it is forbidden (403). */
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    private SecurityContext caller;

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response given = refused.getResponse();
        if (refused instanceof ForbiddenException && caller.getUserPrincipal() == null) {
            return Response.fromResponse(Problem.response(Status.UNAUTHORIZED, "Sign in, and send it again."))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + SampleApplication.REALM + "\"")
                    .build();
        }
        if (given.hasEntity() || given.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
            return given;
        }
        Response problem = Problem.response(given.getStatusInfo(), detail(given.getStatus()));
        Response.ResponseBuilder answer = Response.fromResponse(problem);
        given.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 403 -> "You may not do this. Ask a supervisor.";
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not allowed here. The header Allow lists those that are.";
            case 406 -> "The answer is only to be had as application/json.";
            case 415 -> "This content type is not taken here.";
            default -> "The request was not served.";
        };
    }
}
