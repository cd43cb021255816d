package dev.auditlog.web.rest;

import dev.auditlog.AuditException;
import dev.auditlog.query.QuerySyntaxException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the API says when it cannot do what was asked; AUD-0800 to AUD-0819. */
final class RestMessages {

    private static final int SHOWN = 80;

    private RestMessages() {}

    static ProblemException unknownParameter(String name, Iterable<String> allowed) {
        TreeSet<String> names = new TreeSet<>();
        allowed.forEach(names::add);
        String known = names.isEmpty() ? "none" : String.join(", ", names);
        return bad(
                "AUD-0800",
                "There is no parameter \"" + shown(name) + "\" here. Allowed: " + known + ". Leave it out.",
                shown(name),
                List.copyOf(names));
    }

    static ProblemException repeatedParameter(String name) {
        return bad("AUD-0801", "The parameter " + name + " is given more than once. Give it once.", name, List.of());
    }

    static ProblemException notALimit(String found, int max, int fallback) {
        return bad(
                "AUD-0802",
                "limit = \"" + shown(found) + "\" is no number of events. Allowed: 1 to " + max + "; default "
                        + fallback + ".",
                "limit",
                List.of());
    }

    static ProblemException notAnOrder(String found) {
        return bad(
                "AUD-0803",
                "order = \"" + shown(found) + "\" is no order. Allowed: newest, oldest; default newest.",
                "order",
                List.of("newest", "oldest"));
    }

    static ProblemException notAField(String found, List<String> fields) {
        return bad(
                "AUD-0815",
                "field = \"" + shown(found) + "\" is nothing that events are counted by. Allowed: "
                        + String.join(", ", fields) + ".",
                "field",
                fields);
    }

    static ProblemException notBuckets(String found, int max, int fallback) {
        return bad(
                "AUD-0816",
                "buckets = \"" + shown(found) + "\" is no number of buckets. Allowed: 1 to " + max + "; default "
                        + fallback + ".",
                "buckets",
                List.of());
    }

    static ProblemException notAPlace(String found, int length) {
        return bad(
                "AUD-0817",
                "at = \"" + shown(found) + "\" is no place in q. Allowed: 0 to " + length
                        + ", the length of q, which is the" + " default.",
                "at",
                List.of());
    }

    static ProblemException notAZone(String found) {
        return bad(
                "AUD-0818",
                "zone = \"" + shown(found) + "\" is no time zone. Allowed: a name of the IANA database such as UTC,"
                        + " Europe/Berlin or Asia/Kolkata, in its spelling; default UTC.",
                "zone",
                List.of());
    }

    static ProblemException notAnId(String found) {
        return bad(
                "AUD-0804",
                "\"" + shown(found) + "\" is no id of an event. Allowed: a UUID such as"
                        + " 01935f5e-7a2b-7c3d-8e4f-0123456789ab.",
                null,
                List.of());
    }

    static ProblemException noSuchEvent(String id) {
        return new ProblemException(Problem.of(
                404, "AUD-0805", "There is no event " + id + ". It was never recorded, or was purged since."));
    }

    static Problem signInNeeded() {
        return Problem.of(
                401,
                "AUD-0806",
                "This call needs a sign-in: HTTP Basic, or the session of the console. Role: auditor.");
    }

    static Problem badCredentials() {
        return Problem.of(
                401,
                "AUD-0807",
                "The name or the password is wrong, or the user is disabled. An admin can reset it in the console.");
    }

    static Problem throttled(long seconds) {
        return Problem.of(
                429,
                "AUD-0808",
                "Too many sign-ins failed for this name or from this address. Try again in " + seconds + " s.");
    }

    static Problem roleMissing(Iterable<String> roles) {
        return Problem.of(
                403,
                "AUD-0809",
                "This call needs the role " + String.join(" or ", roles) + ". An admin can grant it in the console.");
    }

    static Problem passwordExpired() {
        return Problem.of(
                403, "AUD-0810", "The password is a one-time password. Sign in to the console and change it first.");
    }

    static Problem crossSite() {
        return Problem.of(
                403,
                "AUD-0811",
                "In a session of the console, a call that changes something needs the header X-Requested-With. Add it.");
    }

    static Problem foreignExport() {
        return Problem.of(
                403,
                "AUD-0819",
                "A page of another site began this export. Allowed: from the console itself, from the address bar, or by"
                        + " HTTP Basic. Open the console and export there.");
    }

    static Problem usersUnavailable() {
        return Problem.of(503, "AUD-0812", "The console's users cannot be read at the moment. Try again shortly.");
    }

    static Problem refusedByHttp(int status) {
        return Problem.of(
                status,
                "AUD-0813",
                switch (status) {
                    case 404 -> "There is nothing at this address. See the list of calls in the manual.";
                    case 405 -> "This address does not take this method. The header Allow names those that it takes.";
                    case 406 -> "The answer is application/json, that of openapi.yaml application/yaml. Accept it.";
                    case 415 -> "This address does not take a body of this type.";
                    default -> "The call could not be understood as HTTP.";
                });
    }

    /** The caller learns nothing of the inside; the log has the same reference with the cause. */
    static Problem internal(String reference) {
        return Problem.of(
                500,
                "AUD-0814",
                "The call failed inside the console. The server's log has the cause under the reference " + reference
                        + ".");
    }

    static String internalForLog(String reference) {
        return "AUD-0814 A call of the API failed, reference " + reference + ".";
    }

    /** The message is the query language's own. */
    static ProblemException badParameter(String parameter, QuerySyntaxException bad) {
        return new ProblemException(new Problem(
                400,
                bad.code(),
                withoutCode(bad),
                parameter,
                parameter.equals("q") ? bad.position() : null,
                bad.allowed()));
    }

    static Problem of(int status, AuditException known) {
        return Problem.of(status, known.code(), withoutCode(known));
    }

    private static String withoutCode(AuditException known) {
        String message = String.valueOf(known.getMessage());
        return message.startsWith(known.code())
                ? message.substring(known.code().length()).strip()
                : message;
    }

    private static ProblemException bad(String code, String detail, @Nullable String parameter, List<String> allowed) {
        return new ProblemException(new Problem(400, code, detail, parameter, null, allowed));
    }

    /** A client's text in an answer stays short. */
    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
