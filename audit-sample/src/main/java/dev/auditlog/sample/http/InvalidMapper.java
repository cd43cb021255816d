package dev.auditlog.sample.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What Bean Validation refuses: 400, with one message for each field. */
@Provider
public class InvalidMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException refused) {
        Map<String, String> messages = new TreeMap<>();
        for (ConstraintViolation<?> violation : refused.getConstraintViolations()) {
            messages.put(field(violation.getPropertyPath()), violation.getMessage());
        }
        return Problem.invalid(messages);
    }

    /** {@code create.form.lines[0].quantity} is {@code lines[0].quantity} for the client. */
    private static String field(Path path) {
        StringJoiner field = new StringJoiner(".");
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY) {
                field.add(node.toString());
            }
        }
        return field.length() == 0 ? "body" : field.toString();
    }
}
