package dev.auditlog.capture;

import dev.auditlog.redact.CapturedBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the application read its whole body while a copy of the first bytes goes to the event. Form fields and parts that
 * the container reads for the application are taken from the container.
 */
final class AuditedRequest extends HttpServletRequestWrapper implements BodySource {

    private final Call call;
    private Exchange exchange;
    private @Nullable TeeStream tee;
    private @Nullable BufferedReader reader;
    private boolean parametersRead;
    private @Nullable Collection<Part> parts;
    private @Nullable AuditedAsync async;

    AuditedRequest(Call call, HttpServletRequest request) {
        super(request);
        this.call = call;
        call.body(this);
    }

    void exchange(Exchange own) {
        exchange = own;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (tee == null) {
            ServletInputStream inner = super.getInputStream();
            if (!call.wantsData()) {
                return inner;
            }
            tee = new TeeStream(inner, this, call.deployment().config().requestBodyMaxSizeBytes());
        }
        return tee;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (!call.wantsData()) {
            return super.getReader();
        }
        if (reader == null) {
            String charset = getCharacterEncoding() == null ? "ISO-8859-1" : getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
        return reader;
    }

    @Override
    public CapturedBody captured() {
        long announced = getContentLengthLong();
        if (tee != null && tee.bytesRead() > 0) {
            return tee.captured(announced);
        } else if (parts != null) {
            return ContainerParts.of(parts, getContentType(), announced);
        } else if (parametersRead && isForm()) {
            return CapturedBody.ofFields(formFields(), getContentType(), Math.max(0, announced));
        }
        return CapturedBody.none();
    }

    @Override
    public long bytesRead() {
        return tee == null ? -1 : tee.bytesRead();
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The container mixes query and body: values of the query stand first, so as many are left out. */
    private Map<String, List<String>> formFields() {
        String query = getQueryString();
        Map<String, List<String>> inQuery = query == null ? Map.of() : QueryString.parse(query);
        Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> {
            int skip = inQuery.getOrDefault(name, List.of()).size();
            List<String> own = List.of(values).subList(Math.min(skip, values.length), values.length);
            if (!own.isEmpty()) {
                fields.put(name, new ArrayList<>(own));
            }
        });
        return fields;
    }

    @Override
    public @Nullable String getParameter(String name) {
        parametersRead = true;
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        parametersRead = true;
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        parametersRead = true;
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        parametersRead = true;
        return super.getParameterValues(name);
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        parts = super.getParts();
        return parts;
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        getParts();
        return super.getPart(name);
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        exchange.response()
                .announce(); // a challenge is sent on the container's own response, which takes no header later
        return super.authenticate(response);
    }

    @Override
    public AsyncContext startAsync() {
        return startAsync(this, exchange.response());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        AsyncContext inner = super.startAsync(request, response);
        async = new AuditedAsync(inner, exchange);
        return async;
    }

    @Override
    public AsyncContext getAsyncContext() {
        AuditedAsync own = async;
        return own == null ? super.getAsyncContext() : own;
    }
}
