package dev.auditlog.web.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The link that somebody had opened before signing in, as a path within the console. Whatever could lead out of the
 * console, to another host or to a script, is no such path.
 */
final class ReturnPath {

    /** Where one goes who did not ask for anything. */
    static final String HOME = "/events";

    static final int MAX_LENGTH = 4000;

    // segments of unreserved characters that do not begin with a dot; then any query of URI characters
    private static final Pattern LOCAL =
            Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%\\[\\]|-]*)?");

    // addresses that are no pages: who has signed in wants neither the form again nor to be signed out
    private static final Pattern NOWHERE =
            Pattern.compile("/(?:sign-in|signin|sign-out|error|favicon\\.ico)(?:[/?.].*)?");

    private ReturnPath() {}

    /** Returns the path if it is one within the console, else {@link #HOME}. */
    static String checked(@Nullable String path) {
        return path != null
                        && path.length() <= MAX_LENGTH
                        && LOCAL.matcher(path).matches()
                        && !NOWHERE.matcher(path).matches()
                ? path
                : HOME;
    }

    /** Returns the path of the sign-in page that leads back to the given path. */
    static String signInFor(String path) {
        String back = checked(path);
        return back.equals(HOME) ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
