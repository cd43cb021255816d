package dev.auditlog.redact;

import java.nio.charset.Charset;

/** Reads {@code application/x-www-form-urlencoded} as an object. */
final class FormBody {

    private FormBody() {}

    /** Feeds the fields to a tree; returns false if the text is no form. A field at a cut end is left out. */
    static boolean read(String text, Charset charset, boolean cut, DataTree tree) {
        String form = text.strip();
        if (form.indexOf('=') < 0 || Leaves.looksLikeJson(form)) {
            return false;
        }
        tree.startObject();
        int from = 0;
        while (from <= form.length()) {
            int to = form.indexOf('&', from);
            boolean last = to < 0;
            String pair = form.substring(from, last ? form.length() : to);
            if (last && cut) {
                cutField(pair, charset, tree);
                break;
            }
            if (!pair.isEmpty() && !field(pair, charset, tree)) {
                return false;
            }
            from = last ? form.length() + 1 : to + 1;
        }
        if (!cut) {
            tree.end();
        }
        return true;
    }

    private static boolean field(String pair, Charset charset, DataTree tree) {
        int equals = pair.indexOf('=');
        String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals), charset);
        String value = equals < 0 ? "" : Percent.decodeForm(pair.substring(equals + 1), charset);
        if (name == null || value == null) {
            return false;
        }
        tree.key(name);
        tree.text(value);
        return true;
    }

    private static void cutField(String pair, Charset charset, DataTree tree) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? null : Percent.decodeForm(pair.substring(0, equals), charset);
        if (name != null) {
            tree.key(name);
            tree.cutText(Percent.decode(pair.substring(equals + 1).replace('+', ' ')));
        }
    }
}
