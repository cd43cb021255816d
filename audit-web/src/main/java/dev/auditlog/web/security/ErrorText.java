package dev.auditlog.web.security;

import dev.auditlog.web.text.Texts;
import jakarta.json.Json;
import jakarta.ws.rs.core.Response;

/** The bodies of error answers: a page for people, a problem document (RFC 9457) for programs. */
final class ErrorText {

    private ErrorText() {}

    static String problem(int status, ErrorKind kind, String reference) {
        boolean failed = kind == ErrorKind.INTERNAL;
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status)
                .add("detail", failed ? SecurityMessages.failed(reference) : SecurityMessages.refused())
                .add("code", failed ? SecurityMessages.FAILED : SecurityMessages.REFUSED)
                .build()
                .toString();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** Nothing in the page comes from the request but the context path, which the container or the operator sets. */
    static String page(Texts texts, String contextPath, ErrorKind kind, String reference) {
        String base = escape(contextPath);
        String title = escape(texts.text(kind.title()));
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · %3$s</title>
                <link rel="icon" type="image/svg+xml" href="%4$s/jakarta.faces.resource/icon.svg.xhtml?ln=audit">
                <link rel="stylesheet" href="%4$s/jakarta.faces.resource/tokens.css.xhtml?ln=audit">
                <link rel="stylesheet" href="%4$s/jakarta.faces.resource/console.css.xhtml?ln=audit">
                </head>
                <body>
                <header class="top"><a class="brand" href="%4$s/">%3$s</a></header>
                <main id="content" class="lone">
                <section class="card" id="error"><h1>%2$s</h1><p>%5$s</p>
                <p><a class="button main" id="home" href="%4$s/events">%6$s</a></p></section>
                </main>
                </body>
                </html>
                """
                .formatted(
                        texts.locale().toLanguageTag(),
                        title,
                        escape(texts.text("product")),
                        base,
                        escape(texts.text(kind.text(), reference)),
                        escape(texts.text("error.home")));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
