package dev.auditlog.capture;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A response that can behave as committed before it is: what sets status or headers has no effect any more, and what
 * takes the content back is refused (Servlet 6.0, sections 5.2 and 5.4).
 */
abstract class SealedResponse extends HttpServletResponseWrapper {

    private static final String LENGTH = "Content-Length";

    SealedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the application must find this response committed, though nothing of it has left. */
    abstract boolean isSealed();

    /** The application has said how long its content will be; negative where it took that back. */
    abstract void announced(long bytes);

    final void refuseIfSealed() {
        if (isSealed()) {
            throw new IllegalStateException(); // without a message, as Payara: it would stand in the error page
        }
    }

    @Override
    public void setStatus(int status) {
        if (!isSealed()) {
            super.setStatus(status);
        }
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!isSealed()) {
            super.setHeader(name, value);
            readLength(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (!isSealed()) {
            super.addHeader(name, value);
            readLength(name, value);
        }
    }

    private void readLength(String name, @Nullable String value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            try {
                announced(value == null ? -1 : Long.parseLong(value.strip()));
            } catch (NumberFormatException e) {
                announced(-1); // the container makes of it what it does
            }
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (!isSealed()) {
            super.setIntHeader(name, value);
            readLength(name, Integer.toString(value));
        }
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (!isSealed()) {
            super.addIntHeader(name, value);
            readLength(name, Integer.toString(value));
        }
    }

    @Override
    public void setContentLength(int bytes) {
        if (!isSealed()) {
            super.setContentLength(bytes);
            announced(bytes);
        }
    }

    @Override
    public void setContentLengthLong(long bytes) {
        if (!isSealed()) {
            super.setContentLengthLong(bytes);
            announced(bytes);
        }
    }

    @Override
    public void setDateHeader(String name, long time) {
        if (!isSealed()) {
            super.setDateHeader(name, time);
        }
    }

    @Override
    public void addDateHeader(String name, long time) {
        if (!isSealed()) {
            super.addDateHeader(name, time);
        }
    }

    @Override
    public void addCookie(Cookie cookie) {
        if (!isSealed()) {
            super.addCookie(cookie);
        }
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (!isSealed()) {
            super.setContentType(type);
        }
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        if (!isSealed()) {
            super.setCharacterEncoding(charset);
        }
    }

    @Override
    public void setLocale(Locale locale) {
        if (!isSealed()) {
            super.setLocale(locale);
        }
    }

    @Override
    public void setBufferSize(int bytes) {
        refuseIfSealed();
        super.setBufferSize(bytes);
    }
}
