package dev.auditlog.web;

import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** What stands around every page: theme, zone, language, and who is signed in. */
@Named
@RequestScoped
public class Frame {

    /** Cookie with the chosen theme, {@code light} or {@code dark}; without it the browser's wish holds. */
    static final String THEME_COOKIE = "audit-theme";

    /** Cookie with the name of the zone in which times are shown; without it UTC. */
    static final String ZONE_COOKIE = "audit-zone";

    @Inject
    Texts texts;

    /** The request as the filters in front of Faces left it; CDI would inject the container's own. */
    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    /** Context path as the browser sees it, for links. */
    public String getBase() {
        return request().getContextPath();
    }

    /** How this reader is spoken to. */
    public Words words() {
        return new Words(texts, zone(), Instant.now());
    }

    /** {@code light}, {@code dark}, or empty where the browser's wish holds. */
    public String getTheme() {
        return cookie(THEME_COOKIE)
                .filter(theme -> theme.equals("light") || theme.equals("dark"))
                .orElse("");
    }

    /** Zone in which times are shown. A cookie that names none counts as no cookie. */
    public ZoneId zone() {
        return cookie(ZONE_COOKIE).flatMap(Frame::zoneOf).orElse(ZoneOffset.UTC);
    }

    public boolean isUtc() {
        return zone().equals(ZoneOffset.UTC);
    }

    /** Name of the zone, such as {@code UTC} or {@code Europe/Berlin}. */
    public String getZoneName() {
        return words().zoneName();
    }

    /** One of the languages that the console speaks: never what a request asks for as such. */
    public Locale getLocale() {
        return texts.locale();
    }

    public boolean isSignedIn() {
        return request().getUserPrincipal() != null;
    }

    /** Name of who is signed in; empty for nobody. */
    public String getName() {
        Principal caller = request().getUserPrincipal();
        return caller == null ? "" : caller.getName();
    }

    public String getWhoLabel() {
        return texts.text("signedInAs", getName());
    }

    /** At most two letters for the button of who is signed in. */
    public String getInitials() {
        String[] words = getName().trim().split("[\\s._-]+");
        String letters =
                words.length > 1 && !words[0].isEmpty() ? first(words[0], 1) + first(words[1], 1) : first(getName(), 2);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int letters) {
        return word.codePoints()
                .limit(letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What the browser remembers under a name; empty where nothing. */
    public Optional<String> cookie(String name) {
        Cookie[] cookies = request().getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return decoded(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zoneOf(String name) {
        try {
            ZoneId zone = ZoneId.of(name);
            return Optional.of(zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone);
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
