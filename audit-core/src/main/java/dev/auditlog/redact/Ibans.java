package dev.auditlog.redact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds IBANs (ISO 13616): country, right length for it, check digits by modulus 97; in groups or together. */
final class Ibans {

    private static final Map<String, Integer> LENGTHS =
            lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28"
                    + " CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28"
                    + " HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22"
                    + " MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24"
                    + " SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private static final int WIDEST_GAP = 3;

    private Ibans() {}

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    static void find(String text, Spans spans) {
        for (int i = 0; i + 14 < text.length(); i++) {
            if (isStart(text, i)) {
                int end = end(text, i);
                if (end > 0 && !Uuids.isPart(text, i)) {
                    spans.add(i, end);
                    i = end - 1;
                }
            }
        }
    }

    private static boolean isStart(String text, int i) {
        return isLetter(text.charAt(i))
                && isLetter(text.charAt(i + 1))
                && (i == 0 || !isAlphanumeric(text.charAt(i - 1)) || isAfterItsName(text, i))
                && isDigitAfterGap(text, i + 2);
    }

    private static boolean isAfterItsName(String text, int i) {
        return text.regionMatches(true, i - 4, "IBAN", 0, 4) && (i == 4 || !isAlphanumeric(text.charAt(i - 5)));
    }

    private static boolean isDigitAfterGap(String text, int i) {
        return isDigit(text.charAt(i)) || isGap(text.charAt(i)) && isDigit(text.charAt(i + 1));
    }

    private static int end(String text, int from) {
        Integer length = LENGTHS.get(text.substring(from, from + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return 0;
        }
        StringBuilder iban = new StringBuilder(length);
        int i = from;
        int gap = 0;
        for (; i < text.length() && iban.length() < length; i++) {
            char c = text.charAt(i);
            if (isAlphanumeric(c)) {
                iban.append(c);
                gap = 0;
            } else if (isGap(c) && gap++ < WIDEST_GAP) {
                continue;
            } else {
                return 0;
            }
        }
        boolean ends = i == text.length() || !isAlphanumeric(text.charAt(i));
        return ends && iban.length() == length && isValid(iban) ? i : 0;
    }

    private static boolean isValid(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            char c = iban.charAt((i + 4) % iban.length());
            int value = Character.digit(c, 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }

    private static boolean isGap(char c) {
        return c == ' '
                || c == '-'
                || c == '\u00A0'
                || c == '\u202F'
                || c == '\u2009'
                || c == '.'
                || c == '/'
                || c == '\n';
    }

    private static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
