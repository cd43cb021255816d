package dev.auditlog.bench;

/** A benchmark that cannot run. */
final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchException(String code, String message) {
        super(code + " " + message);
    }
}
