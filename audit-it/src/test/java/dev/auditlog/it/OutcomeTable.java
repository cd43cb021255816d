package dev.auditlog.it;

import static dev.auditlog.it.End.alice;
import static dev.auditlog.it.End.anonymous;
import static dev.auditlog.it.End.by;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All ways that a call can end, in the order of docs/reference/outcomes.md. */
final class OutcomeTable {

    /** Boundary of the multipart body. */
    private static final String PARTS = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\ncontent\r\n--b--\r\n";

    private OutcomeTable() {}

    static List<End> all() {
        List<End> ends = new ArrayList<>();
        ends.addAll(answers());
        ends.addAll(refusedRequests());
        ends.addAll(denials());
        ends.addAll(failures());
        ends.addAll(transactions());
        ends.addAll(sessionBeans());
        ends.addAll(asynchronous());
        ends.addAll(streams());
        ends.addAll(bodies());
        ends.addAll(PlaceTable.all());
        ends.addAll(dispatches());
        ends.addAll(ServletTable.all());
        return ends;
    }

    private static List<End> answers() {
        return List.of(
                alice("200 with an entity", "GET", "/api/ends/entity")
                        .event("SUCCESS", "EndsResource.entity", "READ", "Ends"),
                anonymous("200, nobody signed in", "GET", "/api/ends/entity")
                        .event("SUCCESS", "EndsResource.entity", "READ", "Ends"),
                alice("HEAD", "HEAD", "/api/ends/entity").event("SUCCESS", "EndsResource.entity", "READ", "Ends"),
                alice("204, void", "GET", "/api/ends/nothing")
                        .client(204)
                        .event("SUCCESS", "EndsResource.nothing", "READ", "Ends"),
                alice("201 with Location", "POST", "/api/ends/things")
                        .client(201)
                        .event("SUCCESS", "EndsResource.create", "CREATE", "Thing/77"),
                alice("PUT", "PUT", "/api/ends/things/9")
                        .json("{\"a\":1}")
                        .event("SUCCESS", "EndsResource.replace", "UPDATE", "Thing/9"),
                alice("PATCH", "PATCH", "/api/ends/things/9")
                        .json("{\"a\":1}")
                        .event("SUCCESS", "EndsResource.change", "UPDATE", "Thing/9"),
                alice("DELETE", "DELETE", "/api/ends/things/9")
                        .client(204)
                        .event("SUCCESS", "EndsResource.remove", "DELETE", "Thing/9"),
                alice("304 by a precondition", "GET", "/api/ends/unchanged")
                        .header("If-None-Match", "\"v1\"")
                        .client(304)
                        .event("SUCCESS", "EndsResource.unchanged", "READ", "Ends"),
                alice("303", "GET", "/api/ends/moved")
                        .client(303)
                        .event("SUCCESS", "EndsResource.moved", "READ", "Ends"),
                alice("301", "GET", "/api/ends/moved-for-good")
                        .client(301)
                        .event("SUCCESS", "EndsResource.movedForGood", "READ", "Ends"),
                alice("@NotAudited method", "GET", "/api/ends/quiet").note("no event, on purpose"));
    }

    private static List<End> refusedRequests() {
        return List.of(
                alice("bean validation fails", "POST", "/api/ends/orders")
                        .json("{\"amount\":0}")
                        .client(400)
                        .event("FAILURE", "EndsResource.order", "CREATE", "Ends"),
                alice("malformed JSON", "POST", "/api/ends/orders")
                        .json("{\"customer\":")
                        .client(500)
                        .event("ERROR", "EndsResource.order", "CREATE", "Ends")
                        .note("an application may map it to 400")
                        .exceptionPage(),
                alice("JSON of a wrong type", "POST", "/api/ends/orders")
                        .json("{\"customer\":\"x\",\"amount\":\"many\"}")
                        .client(500)
                        .event("ERROR", "EndsResource.order", "CREATE", "Ends")
                        .note("an application may map it to 400")
                        .exceptionPage(),
                alice("path parameter of a wrong type", "GET", "/api/ends/number/abc")
                        .client(404)
                        .event("FAILURE", "EndsResource.number", "READ", "Ends/abc"),
                alice("query parameter of a wrong type", "GET", "/api/ends/number/1?page=abc")
                        .client(404)
                        .event("FAILURE", "EndsResource.number", "READ", "Ends/1"),
                alice("405, no such method", "DELETE", "/api/ends/entity")
                        .client(405)
                        .event("FAILURE", "DELETE /ends/entity", "DELETE", "Ends"),
                alice("406, no such representation", "GET", "/api/ends/entity")
                        .header("Accept", "image/png")
                        .client(406)
                        .event("FAILURE", "GET /ends/entity", "READ", "Ends"),
                alice("415, no such body", "POST", "/api/ends/orders")
                        .body("text/plain", "order")
                        .client(415)
                        .event("FAILURE", "POST /ends/orders", "CREATE", "Ends"),
                alice("automatic OPTIONS", "OPTIONS", "/api/ends/entity")
                        .note("an event only under audit.capture.include"),
                alice("404, no resource at this path", "GET", "/api/nowhere")
                        .client(404)
                        .note("an event only under audit.capture.include"));
    }

    private static List<End> denials() {
        return List.of(
                alice("@RolesAllowed, has the role", "GET", "/api/secured/clerks")
                        .event("SUCCESS", "SecuredResource.clerks", "READ", "Secured"),
                anonymous("@RolesAllowed, nobody signed in", "GET", "/api/secured/clerks")
                        .client(401)
                        .event("DENIED", "SecuredResource.clerks", "READ", "Secured"),
                by("bob", "@RolesAllowed, lacks the role", "GET", "/api/secured/clerks")
                        .client(403)
                        .event("DENIED", "SecuredResource.clerks", "READ", "Secured"),
                by("bob", "@RolesAllowed on a DELETE, lacks the role", "DELETE", "/api/secured/orders/42")
                        .client(403)
                        .event("DENIED", "SecuredResource.remove", "DELETE", "Order/42"),
                by("carol", "@RolesAllowed on a DELETE, has the role", "DELETE", "/api/secured/orders/42")
                        .client(204)
                        .event("SUCCESS", "SecuredResource.remove", "DELETE", "Order/42"),
                alice("@DenyAll", "GET", "/api/secured/nobody")
                        .client(403)
                        .event("DENIED", "SecuredResource.nobody", "READ", "Secured"),
                anonymous("@DenyAll, nobody signed in", "GET", "/api/secured/nobody")
                        .client(403)
                        .event("DENIED", "SecuredResource.nobody", "READ", "Secured"),
                alice("ForbiddenException", "GET", "/api/secured/forbidden-thrown")
                        .client(403)
                        .event("DENIED", "SecuredResource.forbiddenThrown", "READ", "Secured"),
                alice("NotAuthorizedException", "GET", "/api/secured/unauthorized-thrown")
                        .client(401)
                        .event("DENIED", "SecuredResource.unauthorizedThrown", "READ", "Secured"),
                anonymous("constraint of web.xml, nobody signed in", "GET", "/api/constrained")
                        .client(401)
                        .note("cannot be seen: refused before any filter of the application"),
                by("bob", "constraint of web.xml, lacks the role", "GET", "/api/constrained")
                        .client(403)
                        .note("cannot be seen: refused before any filter of the application"),
                by("carol", "constraint of web.xml, has the role", "GET", "/api/constrained")
                        .event("SUCCESS", "ConstrainedResource.read", "READ", "Constrained"));
    }

    private static List<End> failures() {
        return List.of(
                alice("404 by exception", "GET", "/api/failures/absent/5")
                        .client(404)
                        .event("FAILURE", "FailuresResource.absent", "READ", "Thing/5"),
                alice("409 by exception", "GET", "/api/failures/conflict-thrown")
                        .client(409)
                        .event("FAILURE", "FailuresResource.conflictThrown", "READ", "Failures"),
                alice("409 returned", "GET", "/api/failures/conflict-returned")
                        .client(409)
                        .event("FAILURE", "FailuresResource.conflictReturned", "READ", "Failures"),
                alice("exception with a mapper", "GET", "/api/failures/mapped")
                        .client(418)
                        .event("FAILURE", "FailuresResource.mapped", "READ", "Failures"),
                alice("exception whose mapper fails", "GET", "/api/failures/badly-mapped")
                        .client(500)
                        .event("ERROR", "FailuresResource.badlyMapped", "READ", "Failures"),
                alice("runtime exception without a mapper", "GET", "/api/failures/unmapped")
                        .client(500)
                        .event("ERROR", "FailuresResource.unmapped", "READ", "Failures")
                        .exceptionPage(),
                alice("checked exception without a mapper", "GET", "/api/failures/checked")
                        .client(500)
                        .event("ERROR", "FailuresResource.checked", "READ", "Failures")
                        .exceptionPage(),
                alice("Error", "GET", "/api/failures/error")
                        .client(500)
                        .event("ERROR", "FailuresResource.error", "READ", "Failures")
                        .exceptionPage(),
                alice("404 where outcomes = SUCCESS", "GET", "/api/failures/successes-only")
                        .client(404)
                        .note("no event: only successes are asked for"),
                alice("404 with the default policy", "GET", "/api/failures/by-default")
                        .client(404)
                        .note("no event: the default is audit.capture.outcomes=SUCCESS"));
    }

    private static List<End> transactions() {
        return List.of(
                tx("@Transactional, commit", "commit", 200, "SUCCESS", "COMMITTED", "commit"),
                tx(
                        "@Transactional, key violated at commit",
                        "commit-violates-key",
                        500,
                        "ERROR",
                        "ROLLED_BACK",
                        "commitViolatesKey"),
                tx("@Transactional, commit fails", "commit-fails", 500, "ERROR", "ROLLED_BACK", "commitFails"),
                tx(
                                "@Transactional, runtime exception",
                                "runtime-exception",
                                500,
                                "ERROR",
                                "ROLLED_BACK",
                                "runtimeException")
                        .exceptionPage(),
                tx(
                                "@Transactional, checked exception",
                                "checked-exception",
                                500,
                                "ERROR",
                                "COMMITTED",
                                "checkedException")
                        .exceptionPage(),
                tx(
                        "@Transactional, 409 by exception",
                        "conflict-thrown",
                        409,
                        "FAILURE",
                        "ROLLED_BACK",
                        "conflictThrown"),
                tx(
                        "@Transactional, 409 returned",
                        "conflict-returned",
                        409,
                        "FAILURE",
                        "COMMITTED",
                        "conflictReturned"),
                tx("@Transactional, setRollbackOnly", "rollback-only", 200, "SUCCESS", "ROLLED_BACK", "rollbackOnly"));
    }

    private static End tx(String name, String path, int status, String outcome, String transaction, String javaMethod) {
        String id = UUID.randomUUID().toString();
        return alice(name, "POST", "/api/tx/" + id + "/" + path)
                .client(status)
                .event(outcome, transaction, "TxResource." + javaMethod, "CREATE", "Widget/" + id);
    }

    private static List<End> sessionBeans() {
        return List.of(
                ejb("@Stateless, commit", "commit", 200, "SUCCESS", "COMMITTED", "commit"),
                ejb(
                                "@Stateless, key violated at commit",
                                "commit-violates-key",
                                500,
                                "ERROR",
                                "ROLLED_BACK",
                                "commitViolatesKey")
                        .exceptionPage(),
                ejb("@Stateless, commit fails", "commit-fails", 500, "ERROR", "ROLLED_BACK", "commitFails")
                        .exceptionPage(),
                ejb(
                                "@Stateless, runtime exception",
                                "runtime-exception",
                                500,
                                "ERROR",
                                "ROLLED_BACK",
                                "runtimeException")
                        .exceptionPage(),
                ejb(
                        "@Stateless, checked exception with a mapper",
                        "application-exception",
                        418,
                        "FAILURE",
                        "COMMITTED",
                        "applicationException"),
                ejb("@Stateless, 409 by exception", "conflict-thrown", 409, "FAILURE", "ROLLED_BACK", "conflictThrown"),
                ejb("@Stateless, setRollbackOnly", "rollback-only", 200, "SUCCESS", "ROLLED_BACK", "rollbackOnly"),
                alice("@Singleton, target from a query parameter", "GET", "/api/singleton?customerId=c7&page=2")
                        .event("SUCCESS", "COMMITTED", "SingletonResource.read", "READ", "Singleton/c7"));
    }

    private static End ejb(
            String name, String path, int status, String outcome, String transaction, String javaMethod) {
        String id = UUID.randomUUID().toString();
        return alice(name, "POST", "/api/ejb/" + id + "/" + path)
                .client(status)
                .event(outcome, transaction, "EjbResource." + javaMethod, "CREATE", "Widget/" + id);
    }

    private static List<End> asynchronous() {
        return List.of(
                async("CompletionStage, completed later", "stage", 200, "SUCCESS", "stage"),
                async("CompletionStage, already completed", "stage-done", 200, "SUCCESS", "stageDone"),
                async("CompletionStage, fails with a 409", "stage-conflict", 409, "FAILURE", "stageConflict"),
                async("CompletionStage, fails, with a mapper", "stage-mapped", 418, "FAILURE", "stageMapped"),
                async("CompletionStage, fails, without a mapper", "stage-unmapped", 500, "ERROR", "stageUnmapped"),
                async("@Suspended, resumed", "suspended", 200, "SUCCESS", "suspended"),
                async("@Suspended, fails, with a mapper", "suspended-mapped", 418, "FAILURE", "suspendedMapped"),
                async("@Suspended, fails, without a mapper", "suspended-unmapped", 500, "ERROR", "suspendedUnmapped"),
                async("@Suspended, time-out", "suspended-timeout", 503, "ERROR", "suspendedTimeout")
                        .withoutException(),
                async(
                        "@Suspended, time-out that is handled",
                        "suspended-timeout-handled",
                        202,
                        "SUCCESS",
                        "suspendedTimeoutHandled"),
                async(
                        "@Suspended, time-out whose handler gives up",
                        "suspended-timeout-fails",
                        500,
                        "ERROR",
                        "suspendedTimeoutFails"),
                async("@Suspended, cancelled", "suspended-cancelled", 503, "ERROR", "suspendedCancelled")
                        .withoutException());
    }

    private static End async(String name, String path, int status, String outcome, String javaMethod) {
        return alice(name, "GET", "/api/async/" + path)
                .client(status)
                .event(outcome, "AsyncResource." + javaMethod, "READ", "Async");
    }

    private static List<End> streams() {
        return List.of(
                alice("StreamingOutput, 200 KiB", "GET", "/api/stream/large")
                        .event("SUCCESS", "StreamResource.large", "READ", "Stream"),
                alice("StreamingOutput, fails before the first byte", "GET", "/api/stream/fails-at-once")
                        .client(500)
                        .event("ERROR", "StreamResource.failsAtOnce", "READ", "Stream")
                        .exceptionPage(),
                alice("StreamingOutput, fails in the held buffer", "GET", "/api/stream/fails-early")
                        .client(500)
                        .event("ERROR", "StreamResource.failsEarly", "READ", "Stream")
                        .exceptionPage(),
                alice("StreamingOutput, fails midway", "GET", "/api/stream/fails-midway")
                        .event("SUCCESS", "StreamResource.failsMidway", "READ", "Stream")
                        .event("ERROR", "StreamResource.failsMidway", "READ", "Stream")
                        .note(
                                "Payara ends the response as if it were complete; a second event with parentId says that it broke off"),
                alice("entity that nobody can write", "GET", "/api/stream/unwritable")
                        .client(500)
                        .event("ERROR", "StreamResource.unwritable", "READ", "Stream"),
                alice("entity whose getter fails", "GET", "/api/stream/getter-fails")
                        .client(500)
                        .event("ERROR", "StreamResource.getterFails", "READ", "Stream")
                        .exceptionPage(),
                alice("SSE, two events", "GET", "/api/stream/events")
                        .event("SUCCESS", "StreamResource.events", "READ", "Stream"));
    }

    private static List<End> bodies() {
        return List.of(
                body("body read as text", "text", "text/plain", "some text", "text"),
                body("body never read", "unread", "application/json", "{\"a\":1}", "unread"),
                body("body read in part", "partly", "text/plain", "0123456789", "partly"),
                body("body read by a filter and by the method", "twice", "text/plain", "some text", "twice"),
                body("body read from the servlet request", "servlet", "text/plain", "some text", "servlet"),
                body("body of 300 KiB", "size", "application/octet-stream", "x".repeat(300 * 1024), "size"),
                body("form by @FormParam", "form", "application/x-www-form-urlencoded", "customer=a&amount=3", "form"),
                body("form as entity", "form-entity", "application/x-www-form-urlencoded", "a=1&a=2", "formEntity"),
                body("multipart by EntityPart", "parts", "multipart/form-data; boundary=b", PARTS, "parts"));
    }

    private static End body(String name, String path, String type, String body, String javaMethod) {
        return alice(name, "POST", "/api/bodies/" + path)
                .body(type, body)
                .event("SUCCESS", "BodyResource." + javaMethod, "CREATE", "Body");
    }

    private static List<End> dispatches() {
        return List.of(
                alice("servlet that forwards to a resource", "GET", "/forward")
                        .event("SUCCESS", "EndsResource.read", "READ", "Thing/5"),
                alice("servlet that includes a resource", "GET", "/include")
                        .note("no event: Jersey sees the including path, and runs no method"),
                alice("plain servlet", "GET", "/servlet").note("no event: not annotated"));
    }
}
