package dev.auditlog.web.health;

import dev.auditlog.web.Frame;
import dev.auditlog.web.health.RecorderMark.Kind;
import dev.auditlog.web.text.Amounts;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How recording is, in words: the pill on every page, and the banner where events are refused or lost. */
@Named("capture")
@RequestScoped
public class CapturePill {

    private static final int NAMED = 3;

    @Inject
    CaptureStates states;

    @Inject
    Frame frame;

    private @Nullable CaptureState state;

    private CaptureState state() {
        CaptureState known = state;
        if (known == null) {
            known = states.now();
            state = known;
        }
        return known;
    }

    private Texts texts() {
        return frame.words().texts();
    }

    private boolean isUnknown() {
        return !state().complete() && !state().isAlarming();
    }

    /** Class name: {@code ok}, {@code weak} or {@code bad}. */
    public String getStyle() {
        if (state().isAlarming()) {
            return "bad";
        }
        return isUnknown() || state().kind() != Kind.LIVE ? "weak" : "ok";
    }

    public String getWord() {
        return texts().text(isUnknown() ? "state.UNKNOWN" : "state." + state().kind());
    }

    /** Events in the last minute; empty where nobody can say. */
    public String getRate() {
        return state().complete()
                ? texts().text("state.rate", Amounts.count(state().figures().perMinute(), texts().locale()))
                : "";
    }

    /** Who is worst off, and the figures. */
    public String getTitle() {
        String figures = texts().text(
                        "state.figures",
                        state().figures().perMinute(),
                        state().figures().queued(),
                        state().figures().lost(),
                        state().figures().spooled(),
                        state().figures().recorders());
        if (isUnknown()) {
            return texts().text("state.UNKNOWN.title");
        }
        return state().who().isEmpty() ? figures : who() + ". " + figures;
    }

    private String who() {
        List<CaptureState.Who> who = state().who();
        String named = who.stream()
                .limit(NAMED)
                .map(one -> texts().text("state.who", Visible.of(one.application()), Visible.of(one.node())))
                .collect(Collectors.joining(", "));
        return who.size() <= NAMED ? named : texts().text("state.more", named, who.size() - NAMED);
    }

    /** Whether calls are refused or events lost. */
    public boolean isAlarming() {
        return state().isAlarming();
    }

    public String getAlarm() {
        return texts().text("alarm." + state().kind());
    }

    /** Who it is, what it means, and what the store said. */
    public String getAlarmText() {
        String error = state().who().stream()
                .map(CaptureState.Who::error)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return texts().text("alarm." + state().kind() + ".text", who()) + " " + Visible.of(error);
    }
}
