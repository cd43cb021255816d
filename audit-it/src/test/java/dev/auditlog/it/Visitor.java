package dev.auditlog.it;

import dev.auditlog.it.Http.Call;
import dev.auditlog.it.Http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a console's pages, with cookies and nothing else of a browser: what a script can do, too. */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: id=\"[^\"]*\")? value=\"([^\"]*)\"");

    final Map<String, String> cookies = new LinkedHashMap<>();
    private final Http http;
    private final String base;
    private final List<String> headers;

    /** @param headers name and value in turn, sent with every call */
    Visitor(String base, String... headers) {
        this(ConsoleServer.http(), base, headers);
    }

    /** Somebody at the console of another server. */
    Visitor(Http http, String base, String... headers) {
        this.http = http;
        this.base = base;
        this.headers = List.of(headers);
    }

    static Visitor signedIn(String base, String name) {
        Visitor visitor = new Visitor(base);
        Reply reply = visitor.signIn(name, TestEnvironment.get().password(), "/events");
        if (reply.status() != 303) {
            throw new AssertionError(name + " was not let in: " + reply.status() + " " + reply.text());
        }
        return visitor;
    }

    Reply get(String path) {
        return send(Http.get(base + path));
    }

    Reply post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(Http.post(base + path).body("application/x-www-form-urlencoded", form));
    }

    /** Opens the sign-in page and fills it in. */
    Reply signIn(String name, String password, String to) {
        Map<String, String> fields = hidden(get("/sign-in"), "signInForm");
        fields.putAll(Map.of("name", name, "password", password, "to", to));
        return post("/sign-in", fields);
    }

    /** Opens a page and sends one of its forms with these fields. */
    Reply submit(String page, String form, Map<String, String> more) {
        Map<String, String> fields = hidden(get(page), form);
        fields.putAll(more);
        return post(page, fields);
    }

    /** The hidden fields of a form. */
    static Map<String, String> hidden(Reply page, String form) {
        Matcher found = Pattern.compile(
                        "<form[^>]* id=\"" + form + "\".*?</form>|<form id=\"" + form + "\".*?</form>", Pattern.DOTALL)
                .matcher(page.text());
        if (!found.find()) {
            throw new AssertionError("no form " + form + " in " + page.status() + " " + page.text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(found.group()).results().forEach(m -> fields.put(m.group(1), m.group(2)));
        return fields;
    }

    private Reply send(Call call) {
        for (int i = 0; i < headers.size(); i += 2) {
            call.header(headers.get(i), headers.get(i + 1));
        }
        if (!cookies.isEmpty()) {
            call.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Reply reply = http.send(call);
        reply.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
        return reply;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
