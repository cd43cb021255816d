package dev.auditlog.bench;

import java.nio.charset.StandardCharsets;

/**
 * The one request that all clients send: a POST of JSON, either trivial, of 46 bytes with nothing to hide, or of 525
 * bytes with free text and a card number.
 */
enum OrderRequest {
    TRIVIAL,
    ORDER;

    private static final int BODY_BYTES = 525;

    private static final String BODY =
            """
            {"customer":"Acme Industries","amount":1249.5,"note":"%s","card":"4111111111111111",\
            "lines":[{"article":"A-1001","quantity":2,"text":"Bracket, zinc plated, 40 mm"},\
            {"article":"B-2044","quantity":10,"text":"Screw M6 x 20, hexagon"},\
            {"article":"C-3300","quantity":1,"text":"Assembly instructions, printed"}]}""";

    private static final String SHORT = """
            {"customer":"Acme Industries","amount":1249.5}""";

    String body() {
        return this == TRIVIAL ? SHORT : order();
    }

    private static String order() {
        String note = "Deliver to the back door between 8 and 12 o'clock. ";
        int missing = BODY_BYTES - BODY.length() + 2;
        return BODY.formatted(note.repeat(missing / note.length() + 1).substring(0, missing));
    }

    byte[] to(String path) {
        String body = body();
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: audit-bench\r\n"
                + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
