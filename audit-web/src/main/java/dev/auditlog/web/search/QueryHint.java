package dev.auditlog.web.search;

import dev.auditlog.query.Term;
import dev.auditlog.web.Frame;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/**
 * Says where a query means something else than in other languages: it can be read, and finds too little. Who looks for
 * {@code actor:alice OR actor:bob} would believe that neither did anything.
 */
@Named
@RequestScoped
public class QueryHint {

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "&&", "||");

    @Inject
    SearchPage search;

    @Inject
    Frame frame;

    /** Empty where there is nothing to be said. */
    public String getText() {
        return search.getProblem() != null
                ? ""
                : of(
                        search.filters().query().terms(),
                        search.getHere().q(),
                        frame.words().texts());
    }

    /** @param q what the terms were read from */
    static String of(List<Term> terms, String q, Texts texts) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int end = i + 1 < terms.size() ? terms.get(i + 1).position() : q.length();
            boolean quoted =
                    q.substring(Math.min(term.position(), q.length()), end).indexOf('"') >= 0;
            String hint = quoted ? "" : of(term, texts);
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        return "";
    }

    private static String of(Term term, Texts texts) {
        for (String value : term.values()) {
            if (term.qualifier() == null && OPERATORS.contains(value)) {
                return texts.text("hint.operator", value);
            }
            if (value.length() > 1 && value.startsWith("*")) {
                return texts.text("hint.star", Visible.of(value));
            }
        }
        return "";
    }
}
