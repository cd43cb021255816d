package dev.auditlog.capture;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A request and a response as a container gives them, as far as capture asks. */
final class FakeHttp {

    final Map<String, String> headers = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    String method = "GET";
    String path = "/api/orders";
    DispatcherType dispatcher = DispatcherType.REQUEST;
    int status = 200;
    int bufferSize = 8192;
    String charset = "UTF-8";
    boolean committed;
    boolean clientGone;

    final HttpServletRequest request = fake(HttpServletRequest.class, this::ask);
    final HttpServletResponse response = fake(HttpServletResponse.class, this::answer);

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    String body() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private Object ask(Object proxy, Method called, Object[] args) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getContextPath" -> "/desk";
            case "getServletPath" -> path;
            case "getRemoteAddr" -> "192.0.2.1";
            case "getHeader" -> headers.get((String) args[0]);
            case "getHeaders" -> Collections.enumeration(
                    headers.containsKey((String) args[0])
                            ? Collections.singletonList(headers.get((String) args[0]))
                            : Collections.<String>emptyList());
            case "getAttribute" -> attributes.get((String) args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getContentLengthLong" -> -1L;
            case "getDispatcherType" -> dispatcher;
            case "isAsyncStarted", "isUserInRole" -> false;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == args[0];
            default -> null;
        };
    }

    private Object answer(Object proxy, Method called, Object[] args) {
        switch (called.getName()) {
            case "setStatus", "sendError" -> status = (Integer) args[0];
            case "sendRedirect" -> {
                status = 302;
                answered.put("Location", (String) args[0]);
            }
            case "setHeader" -> answered.put((String) args[0], (String) args[1]);
            case "setContentLength" -> answered.put("Content-Length", args[0].toString());
            case "setContentType" -> setContentType((String) args[0]);
            case "setCharacterEncoding" -> charset = (String) args[0];
            case "setLocale" -> charset = "EUC-JP"; // as a server may map it
            case "setBufferSize" -> bufferSize = (Integer) args[0];
            case "flushBuffer" -> committed = true;
            case "reset" -> {
                sent.reset();
                status = 200;
                answered.clear();
            }
            case "resetBuffer" -> sent.reset();
            default -> {
                return told(proxy, called.getName(), args);
            }
        }
        return null;
    }

    private Object told(Object proxy, String name, Object[] args) {
        return switch (name) {
            case "getStatus" -> status;
            case "getHeader" -> answered.get((String) args[0]);
            case "isCommitted" -> committed;
            case "getBufferSize" -> bufferSize;
            case "getCharacterEncoding" -> charset;
            case "getOutputStream" -> stream();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == args[0];
            default -> null;
        };
    }

    private void setContentType(String type) {
        String[] parts = type.split(";charset=");
        answered.put("Content-Type", parts[0]);
        charset = parts.length > 1 ? parts[1] : charset;
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) throws IOException {
                if (clientGone) {
                    throw new IOException("Connection reset by peer");
                }
                sent.write(b);
            }

            @Override
            public void flush() {
                committed = true;
            }
        };
    }
}
