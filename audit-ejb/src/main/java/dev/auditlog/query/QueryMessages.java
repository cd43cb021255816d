package dev.auditlog.query;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.query.QuerySyntaxException.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of AUD-0500 to AUD-0599. */
final class QueryMessages {

    private static final int SHOWN = 60;

    private QueryMessages() {}

    static QuerySyntaxException tooLong(int length, int max) {
        return syntax(
                "AUD-0500",
                "The query has " + length + " characters. Allowed: at most " + max + ". Shorten it.",
                Fault.at(max, ""));
    }

    static QuerySyntaxException tooMany(String what, int max, Fault fault) {
        return syntax(
                "AUD-0501",
                "At " + quoted(fault.term()) + " the query has more " + what + " than it may. Allowed: at most " + max
                        + ". Split it into several queries.",
                fault);
    }

    static QuerySyntaxException unknownQualifier(String word, int position, @Nullable String nearest) {
        List<String> allowed = Qualifier.words();
        return syntax(
                "AUD-0502",
                quoted(word + ":") + " is no qualifier." + didYouMean(nearest, ":") + " Allowed: "
                        + String.join(", ", allowed)
                        + ". To search for a text with a colon in it, such as an address, put it in quotes: "
                        + "\"http://example.org\".",
                new Fault(position, word, allowed, nearest));
    }

    static QuerySyntaxException emptyValue(Fault fault) {
        return syntax(
                "AUD-0503",
                "A value is missing at " + quoted(fault.term()) + ". Allowed: one or more values with commas between, "
                        + "such as actor:alice,bob. Add the value, or put a text with a comma in quotes.",
                fault);
    }

    static QuerySyntaxException unclosedQuote(Fault fault) {
        return syntax(
                "AUD-0504",
                "The quote at " + quoted(fault.term()) + " is not closed. Allowed: \"…\", inside it \\\" for a quote "
                        + "and \\\\ for a backslash. Close the quote.",
                fault);
    }

    static QuerySyntaxException misplacedQuote(Fault fault) {
        return syntax(
                "AUD-0505",
                "A quote stands inside or right beside the word " + quoted(fault.term()) + ". Allowed: quotes around a "
                        + "whole value, such as path:\"/a b\". Put the whole value in quotes, and \\\" for a quote in it.",
                fault);
    }

    static QuerySyntaxException loneMinus(Fault fault) {
        return syntax(
                "AUD-0506",
                "A minus stands alone. Allowed: right before a term, such as -actor:health. Join it to the term, or put "
                        + "it in quotes to search for it.",
                fault);
    }

    static QuerySyntaxException notText(int position) {
        return syntax(
                "AUD-0507",
                "The character at position " + position + " is a control character or half of one. Allowed: text. "
                        + "Remove it.",
                Fault.at(position, ""));
    }

    static QuerySyntaxException notOneOf(String word, Fault fault) {
        return syntax(
                "AUD-0508",
                word + ":" + cut(fault.term()) + " is not known." + didYouMean(fault.suggestion(), "") + " Allowed: "
                        + String.join(", ", fault.allowed()) + "; upper or lower case. Correct the value.",
                fault);
    }

    static QuerySyntaxException badValue(String word, String allowed, Fault fault) {
        return syntax(
                "AUD-0509",
                word + ":" + cut(fault.term()) + " cannot be read." + didYouMean(fault.suggestion(), "") + " Allowed: "
                        + allowed + ". Correct the value.",
                fault);
    }

    static QuerySyntaxException badTime(String text, String allowed) {
        return syntax(
                "AUD-0510",
                quoted(text) + " is no point in time. Allowed: " + allowed + ". Correct the time.",
                Fault.at(0, text, allowed));
    }

    static QuerySyntaxException emptyRange(Instant from, Instant to) {
        return syntax(
                "AUD-0511",
                "The time range from " + from + " to " + to + " is empty. Allowed: a from that is before "
                        + "to. Exchange or move them.",
                Fault.at(0, from.toString()));
    }

    static QuerySyntaxException badCursor() {
        return syntax(
                "AUD-0512",
                "The cursor cannot be read. Allowed: a \"next\" or \"prev\" as it was given out. Begin again without a "
                        + "cursor.",
                Fault.at(0, ""));
    }

    static QuerySyntaxException cursorOfAnotherQuery() {
        return syntax(
                "AUD-0513",
                "The cursor belongs to another query or another order. Allowed: the query that it was given out for. "
                        + "Begin again without a cursor.",
                Fault.at(0, ""));
    }

    static QueryTimeoutException timeout(Duration limit, Throwable cause) {
        return new QueryTimeoutException(
                "AUD-0514",
                "The database did not answer the query within " + limit.toMillis() + " ms. Allowed: what it can answer "
                        + "in that time. Narrow the time range or name an actor, a target or an outcome.",
                limit,
                cause);
    }

    static TooManyQueriesException tooManyQueries(int limit) {
        return new TooManyQueriesException(
                "AUD-0515",
                "Already " + limit + " console queries run. Allowed: as many as audit.console.max-queries says. Try "
                        + "again in a moment.",
                limit);
    }

    static QuerySyntaxException tooComplex() {
        return syntax(
                "AUD-0517",
                "The query has more values than this database can compare in one statement. Allowed: on any database 50 "
                        + "values in all. Split it into several queries.",
                Fault.at(0, ""));
    }

    static AuditUnavailableException failed(String fault, Throwable cause) {
        return new AuditUnavailableException(
                "AUD-0516",
                "The audit database did not answer a query: " + fault + ". Allowed: a database that can be reached and "
                        + "read. Look at the database and its pool, then try again.",
                Duration.ZERO,
                cause);
    }

    private static QuerySyntaxException syntax(String code, String message, Fault fault) {
        return new QuerySyntaxException(code, message, fault);
    }

    private static String didYouMean(@Nullable String nearest, String suffix) {
        return nearest == null ? "" : " Did you mean " + nearest + suffix + "?";
    }

    private static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
