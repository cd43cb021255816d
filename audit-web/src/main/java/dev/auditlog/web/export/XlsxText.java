package dev.auditlog.web.export;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a text stands in a cell of a workbook (ECMA-376, ST_Xstring): what XML cannot hold is {@code _xHHHH_}, and so are a
 * blank at either end, which readers would drop, and a {@code _} that would be taken for the beginning of such a sign.
 */
final class XlsxText {

    /** Characters of a cell. */
    static final int MAX = 32_767;

    private static final Pattern SIGN = Pattern.compile("_(?=x\\p{XDigit}{4}_)");

    private XlsxText() {}

    static boolean isTooLong(String text) {
        return text.length() > MAX;
    }

    /** The text as a cell's; what is too long ends in an ellipsis. */
    static String of(String text) {
        String fitting = isTooLong(text) ? cut(text) : text;
        String escaped =
                fitting.indexOf("_x") < 0 ? fitting : SIGN.matcher(fitting).replaceAll("_x005F_");
        StringBuilder cell = null;
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            boolean special = isSpecial(c) || (c == ' ' && (i == 0 || i == escaped.length() - 1));
            if (special && cell == null) {
                cell = new StringBuilder(escaped.length() + 16).append(escaped, 0, i);
            }
            if (cell != null) {
                cell.append(special ? sign(c) : String.valueOf(c));
            }
        }
        return cell == null ? escaped : cell.toString();
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(MAX - 2)) ? MAX - 2 : MAX - 1;
        return text.substring(0, end) + "…";
    }

    /** Controls, of which some readers lose even those that XML allows; and what is no character. */
    private static boolean isSpecial(char c) {
        return c < ' ' && c != '\n' || c == '\uFFFE' || c == '\uFFFF';
    }

    private static String sign(char c) {
        return String.format(Locale.ROOT, "_x%04X_", (int) c);
    }
}
