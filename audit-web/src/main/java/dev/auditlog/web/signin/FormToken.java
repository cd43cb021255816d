package dev.auditlog.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ties the sign-in form to the browser that asked for it, without a session: the form carries a code of a random cookie,
 * made with a key that only this server has. A page of another site can neither read the cookie nor make the code.
 *
 * <p>After a restart old forms are refused once; the answer carries a new form.
 */
@ApplicationScoped
class FormToken {

    static final String COOKIE = "AUDITFORM";

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int NONCE_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];

    FormToken() {
        random.nextBytes(key);
    }

    /** Returns the code for this browser's next form; sets the cookie if there is none yet. */
    String issue(HttpServletRequest request, HttpServletResponse response) {
        String nonce = nonceOf(request);
        if (nonce == null) {
            nonce = freshNonce();
            response.addCookie(cookie(request, nonce));
        }
        return codeFor(nonce);
    }

    /** Whether the code belongs to the cookie of the same request, and the browser does not say it is another site's. */
    boolean accepts(HttpServletRequest request, @Nullable String code) {
        String nonce = nonceOf(request);
        return nonce != null && code != null && isOwnSite(request) && same(codeFor(nonce), code);
    }

    /** Whether the browser says, where it says anything, that the request comes from a page of this site. */
    static boolean isOwnSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    /** Compares in a time that does not tell how much is right. */
    static boolean same(String expected, String found) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }

    String freshNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Cookie cookie(HttpServletRequest request, String nonce) {
        Cookie cookie = new Cookie(COOKIE, nonce);
        cookie.setHttpOnly(true);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static @Nullable String nonceOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)
                        && NONCE.matcher(cookie.getValue()).matches()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private String codeFor(String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] code = mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException impossible) { // every Java platform has HmacSHA256
            throw new IllegalStateException(impossible);
        }
    }
}
