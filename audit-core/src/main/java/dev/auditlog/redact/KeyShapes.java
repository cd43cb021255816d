package dev.auditlog.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tokens and keys that show by their form what they are. */
final class KeyShapes {

    /** Shorter runs of letters, digits and signs are never one of these. */
    static final int SHORTEST = 16;

    /** What cloud and code hosts give out; each with the prefix that its issuer documents. */
    private static final Pattern PREFIXED = Pattern.compile("(?<![A-Za-z0-9])(?:"
            + "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])"
            + "|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}|gl(?:pat|dt|rt|cbt|ptt|soat)-[A-Za-z0-9_-]{16,}"
            + "|xox[a-z]{1,2}-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}"
            + "|(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,}"
            + "|AIza[A-Za-z0-9_-]{30,}|ya29\\.[A-Za-z0-9_-]{16,}|GOCSPX-[A-Za-z0-9_-]{16,}|1//0[A-Za-z0-9_-]{20,}"
            + "|sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{16,}"
            + "|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|do[opr]_v1_[a-f0-9]{32,}|hv[sbr]\\.[A-Za-z0-9_-]{20,}"
            + "|shp(?:at|ca|pa|ss)_[A-Za-z0-9]{20,}|sq0[a-z]{3}-[A-Za-z0-9_-]{20,}|AGE-SECRET-KEY-1[A-Z0-9]{20,}"
            + "|hf_[A-Za-z0-9]{20,}|glsa_[A-Za-z0-9_]{20,}|lin_api_[A-Za-z0-9]{20,}|PMAK-[A-Za-z0-9-]{20,}"
            + "|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}|v[1-4]\\.(?:local|public)\\.[A-Za-z0-9_-]{20,}|EAA[A-Za-z0-9]{30,}"
            + "|SK[a-f0-9]{32}(?![A-Za-z0-9])|key-(?=[a-z]{0,31}[0-9])[a-z0-9]{32}(?![A-Za-z0-9])"
            + ")|hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}"
            + "|discord(?:app)?\\.com/api/webhooks/[0-9]{10,}/[A-Za-z0-9_-]{20,}");

    /** A secret access key of AWS: exactly forty characters of base64. */
    private static final Pattern FORTY =
            Pattern.compile("(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9]{0,39}[+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])");

    /** What {@link #PREFIXED} may begin with, two characters each; by the first one. */
    private static final String[] SECOND =
            seconds("AK AS AB AC gh gi gl xo xa sk pk rk wh AI ya GO np py SG do hv sh sq"
                    + " AG hf li PM v1 v2 v3 v4 EA SK ke");

    private static final int SHORTEST_NUMBER = 8;
    private static final int LENGTH_OF_AWS = 40;

    private static final Pattern BASIC = Pattern.compile("(?i)\\bbasic\\s+([A-Za-z0-9+/_-]{6,}={0,2})");

    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(?:bearer|negotiate|ntlm)\\s+([A-Za-z0-9._~+/-]{8,}=*)");

    /** How base64 of a JSON object begins: with a quote, or with white space of some sort before it. */
    private static final String[] WEB_TOKENS = {"eyJ", "eyA", "ewo", "ew0", "ewk"};

    private static final int SHORTEST_HEADER = 8;
    private static final int MOST_PARTS = 5;
    private static final int LONGEST_LOOK = 64;

    private KeyShapes() {}

    /** @param longestRun length of the text's longest run of letters, digits and the signs of tokens */
    static void find(String text, int longestRun, Spans spans) {
        findWebTokens(text, spans);
        if (mayHavePrefix(text)) {
            for (Matcher m = PREFIXED.matcher(text); m.find(); ) {
                spans.add(m.start(), m.end());
            }
        }
        if (longestRun >= LENGTH_OF_AWS) {
            findFortyLong(text, spans);
        }
    }

    private static void findFortyLong(String text, Spans spans) {
        for (Matcher m = FORTY.matcher(text); m.find(); ) {
            if (isMixed(m.group())) {
                spans.add(m.start(), m.end());
            }
        }
    }

    /** Whether a word begins as one of {@link #PREFIXED} does. */
    private static boolean mayHavePrefix(String text) {
        boolean inWord = false;
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean wordPart = CardNumbers.isLatinOrDigit(c);
            if (wordPart && !inWord && mayBegin(text, i)) {
                return true;
            }
            inWord = wordPart;
        }
        return text.contains("hooks.slack") || text.contains("discord");
    }

    private static boolean mayBegin(String text, int at) {
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        if (first >= '0' && first <= '9') {
            return first == '1' && second == '/' || endOfDigits(text, at) - at >= SHORTEST_NUMBER;
        }
        return first < 128 && SECOND[first] != null && SECOND[first].indexOf(second) >= 0;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static String[] seconds(String pairs) {
        String[] seconds = new String[128];
        for (String pair : pairs.split(" ")) {
            String before = seconds[pair.charAt(0)];
            seconds[pair.charAt(0)] = before == null ? pair.substring(1) : before + pair.substring(1);
        }
        return seconds;
    }

    /** JSON Web Tokens, by hand: a pattern would look at each of many starts up to the end, again and again. */
    private static void findWebTokens(String text, Spans spans) {
        for (String begin : WEB_TOKENS) {
            for (int at = text.indexOf(begin); at >= 0; ) {
                int end = endOfPart(text, at);
                boolean header = end - at >= SHORTEST_HEADER && (begin.equals(WEB_TOKENS[0]) || isJson(text, at, end));
                int parts = 1;
                while (header && parts < MOST_PARTS && end < text.length() && text.charAt(end) == '.') {
                    end = endOfPart(text, end + 1);
                    parts++;
                }
                if (parts > 1 && end - at >= SHORTEST) {
                    spans.add(at, end);
                }
                at = text.indexOf(begin, end);
            }
        }
    }

    private static boolean isJson(String text, int from, int end) {
        String start = text.substring(from, Math.min(end, from + LONGEST_LOOK))
                .replace('-', '+')
                .replace('_', '/');
        try {
            String whole = start.substring(0, start.length() / 4 * 4);
            return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1).indexOf('"') > 0;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static int endOfPart(String text, int from) {
        int end = from;
        while (end < text.length() && isBase64Url(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '=';
    }

    /** Credentials after the name of an HTTP authentication scheme; not prose such as "Basic training". */
    static void findCredentials(String text, Spans spans) {
        if (Hints.has(text, "basic")) {
            findBasic(text, spans);
        }
        if (Hints.hasAny(text, "bearer", "negotiate", "ntlm")) {
            findBearer(text, spans);
        }
    }

    private static void findBasic(String text, Spans spans) {
        for (Matcher m = BASIC.matcher(text); m.find(); ) {
            if (isUserAndPassword(m.group(1))) {
                spans.add(m.start(1), m.end(1));
            }
        }
    }

    private static void findBearer(String text, Spans spans) {
        for (Matcher m = BEARER.matcher(text); m.find(); ) {
            if (isNoWord(m.group(1))) {
                spans.add(m.start(1), m.end(1));
            }
        }
    }

    private static boolean isUserAndPassword(String base64) {
        String standard = base64.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            byte[] decoded = Base64.getDecoder().decode(standard);
            return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static boolean isNoWord(String token) {
        String rest = token.substring(1);
        boolean digit = token.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean upper = rest.chars().anyMatch(Character::isUpperCase);
        boolean lower = rest.chars().anyMatch(Character::isLowerCase);
        return digit || upper && lower;
    }

    private static boolean isMixed(String key) {
        boolean digit = key.chars().anyMatch(c -> c >= '0' && c <= '9');
        long turns = 0;
        for (int i = 1; i < key.length(); i++) {
            turns += Character.isUpperCase(key.charAt(i)) != Character.isUpperCase(key.charAt(i - 1)) ? 1 : 0;
        }
        return digit && turns >= 8;
    }
}
