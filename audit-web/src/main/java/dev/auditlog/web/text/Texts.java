package dev.auditlog.web.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts of the console in the reader's language, from {@code dev/auditlog/web/messages*.properties}. */
@Dependent
public class Texts {

    private static final String BUNDLE = "dev.auditlog.web.messages";

    /** The languages that the bundle has; the first is for everybody else. Also listed in {@code faces-config.xml}. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;
    private final ResourceBundle bundle;

    @Inject
    public Texts(HttpServletRequest request) {
        this(languageOf(request));
    }

    public Texts(Locale locale) {
        this.locale = locale;
        // no fallback to the server's own locale: a reader of English gets English on a German server
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, Texts.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * Returns a text with its places filled in.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    /** Returns the text as it stands in the bundle, for keys that an operation or a type may or may not have. */
    public Optional<String> optional(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private static Locale languageOf(HttpServletRequest request) {
        for (Locale wish : Collections.list(request.getLocales())) {
            for (Locale language : LANGUAGES) {
                if (language.getLanguage().equals(wish.getLanguage())) {
                    return language;
                }
            }
        }
        return LANGUAGES.get(0);
    }
}
