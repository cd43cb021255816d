package dev.auditlog.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as its sender made it, told by the headers of a trusted proxy. A malformed header counts as absent.
 *
 * <p>On a forward the server puts its own wrapper inside this one, made of what this one said: there the prefix is
 * already part of the paths, and must not be added again.
 */
class ProxiedRequest extends HttpServletRequestWrapper {

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,63}){1,8}");

    private final @Nullable String proto;
    private final String prefix;
    private final String outside;

    private ProxiedRequest(HttpServletRequest request, @Nullable String proto, String prefix) {
        super(request);
        this.proto = proto;
        this.prefix = prefix;
        this.outside = prefix + request.getContextPath();
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String proto = protoOf(request.getHeader("X-Forwarded-Proto"));
        String prefix = isApi(request) ? "" : prefixOf(request.getHeader("X-Forwarded-Prefix"));
        return proto == null && prefix.isEmpty() ? request : new ProxiedRequest(request, proto, prefix);
    }

    static @Nullable String protoOf(@Nullable String header) {
        String proto = header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
        return proto.equals("https") || proto.equals("http") ? proto : null;
    }

    static String prefixOf(@Nullable String header) {
        String prefix = header == null ? "" : header.trim();
        if (prefix.endsWith("/")) {
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return PREFIX.matcher(prefix).matches() ? prefix : "";
    }

    /** JAX-RS finds its resources by the path; the API returns no links, so it needs no prefix. */
    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().equals("/api");
    }

    @Override
    public String getScheme() {
        return proto == null ? super.getScheme() : proto;
    }

    @Override
    public boolean isSecure() {
        return proto == null ? super.isSecure() : proto.equals("https");
    }

    @Override
    public String getContextPath() {
        return outside;
    }

    @Override
    public String getRequestURI() {
        String uri = super.getRequestURI();
        boolean prefixed = uri.equals(outside) || uri.startsWith(outside + "/") || uri.startsWith(outside + ";");
        return prefixed ? uri : prefix + uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        String inside = super.getRequestURL().toString();
        String host = inside.substring(
                inside.indexOf("://"), inside.length() - super.getRequestURI().length());
        return new StringBuffer(getScheme()).append(host).append(getRequestURI());
    }
}
