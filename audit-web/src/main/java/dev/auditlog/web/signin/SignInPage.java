package dev.auditlog.web.signin;

import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the sign-in form shows; {@link SignInServlet} takes it. */
@Named
@RequestScoped
public class SignInPage {

    static final String TOKEN = SignInPage.class.getName() + ".token";
    static final String PROBLEM = SignInPage.class.getName() + ".problem";

    private static final int MAX_NAME = 64;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    public String getToken() {
        return request.getAttribute(TOKEN) instanceof String token ? token : "";
    }

    /** Where to go afterwards. */
    public String getTo() {
        return ReturnPath.checked(request.getParameter("to"));
    }

    /** The name that was tried, so that only the password has to be typed again. */
    public String getName() {
        String name = request.getParameter("name");
        return name == null || name.length() > MAX_NAME ? "" : name;
    }

    public boolean isFailed() {
        return problem() != null;
    }

    /** What went wrong, in words; empty where nothing did. */
    public String getMessage() {
        SignInProblem problem = problem();
        if (problem == null) {
            return "";
        }
        return switch (problem.kind()) {
            case WRONG -> texts.text("signIn.wrong");
            case THROTTLED -> texts.text("signIn.throttled", inWords(problem.delay()));
            case UNAVAILABLE -> texts.text("signIn.unavailable");
            case STALE_FORM -> texts.text("signIn.stale");
        };
    }

    private String inWords(Duration delay) {
        long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
        return seconds < 120
                ? texts.text("signIn.seconds", seconds)
                : texts.text("signIn.minutes", (seconds + 59) / 60);
    }

    private @Nullable SignInProblem problem() {
        return (SignInProblem) request.getAttribute(PROBLEM);
    }
}
