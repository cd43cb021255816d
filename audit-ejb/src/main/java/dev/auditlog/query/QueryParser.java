package dev.auditlog.query;

import dev.auditlog.query.QuerySyntaxException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query language (design, section 7) from left to right in one pass, without looking back and without regular
 * expressions, so that the time grows with the length alone. Used once.
 *
 * <pre>
 * query = { blank } [ term { blank term } ]
 * term  = [ "-" ] [ qualifier ":" ] value { "," value }
 * value = ( word | quoted ) [ "*" ]
 * </pre>
 */
final class QueryParser {

    static final int MAX_CHARS = 2_000;
    static final int MAX_TERMS = 50;
    static final int MAX_VALUES = 50;

    private final String text;
    private int at;

    QueryParser(String text) {
        this.text = text;
    }

    List<Term> parse() {
        checkCharacters();
        List<Term> terms = new ArrayList<>();
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            if (terms.size() == MAX_TERMS) {
                throw QueryMessages.tooMany("terms", MAX_TERMS, Fault.at(at, wordFrom(at)));
            }
            terms.add(term());
        }
        return terms;
    }

    private void checkCharacters() {
        if (text.length() > MAX_CHARS) {
            throw QueryMessages.tooLong(text.length(), MAX_CHARS);
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean control = Character.isISOControl(c) && !Character.isWhitespace(c);
            if (control || Character.getType(c) == Character.SURROGATE) {
                throw QueryMessages.notText(i);
            }
        }
    }

    private Term term() {
        int start = at;
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
            if (atEnd()) {
                throw QueryMessages.loneMinus(Fault.at(start, "-"));
            }
        }
        Qualifier qualifier = qualifier();
        return new Term(qualifier, values(qualifier), negated, start);
    }

    /** Steps over the qualifier and its colon; null where free text begins. */
    private @Nullable Qualifier qualifier() {
        int colon = at;
        while (colon < text.length() && ":,\"".indexOf(text.charAt(colon)) < 0 && !isBlank(colon)) {
            colon++;
        }
        if (colon == text.length() || text.charAt(colon) != ':') {
            return null;
        }
        String word = text.substring(at, colon);
        int start = at;
        Qualifier found = Qualifier.of(word)
                .orElseThrow(() -> QueryMessages.unknownQualifier(word, start, Nearest.to(word, Qualifier.words())));
        at = colon + 1;
        return found;
    }

    private List<TermValue> values(@Nullable Qualifier qualifier) {
        List<TermValue> values = new ArrayList<>();
        int start = at;
        do {
            if (values.size() == MAX_VALUES) {
                throw QueryMessages.tooMany("values", MAX_VALUES, Fault.at(at, wordFrom(at)));
            }
            values.add(value(qualifier == null, start));
        } while (stepOver(','));
        return values;
    }

    private TermValue value(boolean free, int termStart) {
        int start = at;
        boolean quoted = stepOver('"');
        String value = quoted ? quotedText(start) : word();
        boolean prefix = quoted ? stepOver('*') : value.endsWith("*") && !(free && value.length() == 1);
        if (!quoted && prefix) {
            value = value.substring(0, value.length() - 1);
        }
        if (value.isEmpty() && !prefix) {
            String word = qualifierBefore(termStart) + wordFrom(termStart);
            throw QueryMessages.emptyValue(Fault.at(start, word));
        }
        if (!atEnd() && text.charAt(at) != ',') {
            throw QueryMessages.misplacedQuote(Fault.at(start, wordFrom(start)));
        }
        return new TermValue(value, prefix, start);
    }

    /** Reads to the next blank, comma or quote. */
    private String word() {
        int start = at;
        while (!atEnd() && text.charAt(at) != ',' && text.charAt(at) != '"') {
            at++;
        }
        return text.substring(start, at);
    }

    /** Reads what follows an opening quote, and the closing one. */
    private String quotedText(int opened) {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            boolean escape = c == '\\' && at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0;
            value.append(escape ? text.charAt(at++) : c);
        }
        throw QueryMessages.unclosedQuote(Fault.at(opened, text.substring(opened)));
    }

    private boolean stepOver(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(at)) {
            at++;
        }
    }

    private boolean atEnd() {
        return at == text.length() || isBlank(at);
    }

    private boolean isBlank(int index) {
        return TermValue.isBlank(text.charAt(index));
    }

    /** The word that begins there, for messages. */
    private String wordFrom(int start) {
        int end = start;
        while (end < text.length() && !isBlank(end)) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The qualifier and colon right before this place, for messages. */
    private String qualifierBefore(int start) {
        int begin = start;
        while (begin > 0 && !isBlank(begin - 1)) {
            begin--;
        }
        return text.substring(begin, start);
    }
}
