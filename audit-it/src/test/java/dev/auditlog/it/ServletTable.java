package dev.auditlog.it;

import static dev.auditlog.it.End.alice;

import java.util.List;

/** The part of {@link OutcomeTable} about what the servlet's own response does. */
final class ServletTable {

    private ServletTable() {}

    static List<End> all() {
        return List.of(
                alice("status set by a filter, after a response of known length", "GET", "/api/ends/entity")
                        .header("X-Late-Status", "404")
                        .event("SUCCESS", "EndsResource.entity", "READ", "Ends")
                        .note("too late: the response is whole"),
                alice("status set by a filter, after an empty response", "GET", "/api/ends/nothing")
                        .header("X-Late-Status", "404")
                        .client(404)
                        .event("FAILURE", "EndsResource.nothing", "READ", "Ends"),
                alice("sendError", "GET", "/api/servlet-api/send-error")
                        .client(409)
                        .event("FAILURE", "ServletApiResource.sendError", "READ", "ServletApi"),
                alice("sendError, then an exception", "GET", "/api/servlet-api/send-error-then-throw")
                        .client(500)
                        .event("ERROR", "ServletApiResource.sendErrorThenThrow", "READ", "ServletApi")
                        .exceptionPage(),
                alice("sendRedirect, then an exception", "GET", "/api/servlet-api/redirect-then-throw")
                        .client(500)
                        .event("ERROR", "ServletApiResource.redirectThenThrow", "READ", "ServletApi")
                        .exceptionPage(),
                alice("response filter that fails", "GET", "/api/servlet-api/failing-filter")
                        .client(500)
                        .event("ERROR", "ServletApiResource.failingFilter", "READ", "ServletApi")
                        .exceptionPage());
    }
}
