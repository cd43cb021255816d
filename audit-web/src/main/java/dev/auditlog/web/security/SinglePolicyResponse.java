package dev.auditlog.web.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Lets a later content security policy replace an earlier one. PrimeFaces adds its header, and a browser enforces all
 * that it gets, so the strict policy of {@link SecurityHeaders} would block the page's own scripts.
 */
class SinglePolicyResponse extends HttpServletResponseWrapper {

    static final String POLICY = "Content-Security-Policy";

    SinglePolicyResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addHeader(String name, String value) {
        if (POLICY.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }
}
