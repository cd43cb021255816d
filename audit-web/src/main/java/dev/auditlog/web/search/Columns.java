package dev.auditlog.web.search;

import dev.auditlog.web.Frame;
import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which columns of the list this browser shows. The page has all of them and hides those that are not chosen, so that
 * choosing needs no other page; the server knows the choice, so that nothing moves once the page is there.
 */
@Named
@RequestScoped
public class Columns {

    /** Cookie with the keys of the columns that are shown, divided by points. Also known to columns.js. */
    static final String COOKIE = "audit-columns";

    /** With more than these, columns share the room instead of having widths of their own. */
    private static final int FEW = 4;

    @Inject
    Frame frame;

    /** A column as it can be chosen. */
    public record Choice(String key, String title, boolean shown) {}

    /** All that can be chosen. */
    public List<Choice> getAll() {
        Set<Column> shown = shown();
        Texts texts = frame.words().texts();
        return Arrays.stream(Column.values())
                .map(column -> new Choice(column.key(), texts.text("column." + column.key()), shown.contains(column)))
                .toList();
    }

    /** Class names by which the list hides the rest. */
    public String getStyles() {
        Set<Column> shown = shown();
        String styles = shown.stream().map(column -> "c-" + column.key()).collect(Collectors.joining(" "));
        return shown.size() > FEW ? styles + " many" : styles;
    }

    private Set<Column> shown() {
        return frame.cookie(COOKIE).map(Columns::read).orElseGet(() -> only(Column::usual));
    }

    /** Reads the cookie; what it names and we do not know is passed over. */
    static Set<Column> read(String cookie) {
        List<String> keys = List.of(cookie.split("\\."));
        return only(column -> keys.contains(column.key()));
    }

    private static Set<Column> only(Predicate<Column> wanted) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        Arrays.stream(Column.values()).filter(wanted).forEach(columns::add);
        return columns;
    }
}
