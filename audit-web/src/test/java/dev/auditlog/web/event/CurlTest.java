package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlTest {

    @Test
    void json_isSentAsItWasRecorded_withMasks() {
        assertEquals(
                "curl \\\n  --request 'PUT' \\\n  \"$BASE_URL\"'/orders/42' \\\n"
                        + "  --header 'Content-Type: application/json' \\\n  --data-raw '{\"card\":\"[redacted]\"}'",
                Curl.of(Samples.request("PUT", "/orders/42", null, "application/json", "{\"card\":\"[redacted]\"}")));
    }

    @Test
    void get_hasItsQuery_andNoBody() {
        Request list = new Request(
                "GET",
                "/orders",
                null,
                "state=open&key=[redacted]",
                null,
                null,
                "{\"state\":\"open\"}",
                null,
                false,
                List.of());
        assertEquals("curl \\\n  --globoff \\\n  \"$BASE_URL\"'/orders?state=open&key=[redacted]'", Curl.of(list));
    }

    @Test
    void form_isSentFieldByField() {
        Request form = Samples.request(
                "POST", "/orders", null, "application/x-www-form-urlencoded", "{\"a\":[\"1\",\"2\"],\"b\":\"x y\"}");
        assertEquals(
                "curl \\\n  --request 'POST' \\\n  \"$BASE_URL\"'/orders' \\\n  --data-urlencode 'a=1' \\\n"
                        + "  --data-urlencode 'a=2' \\\n  --data-urlencode 'b=x y'",
                Curl.of(form));
    }

    @Test
    void text_thatAShellOrATerminalWouldObey_isQuotedEncodedOrMadeVisible() {
        Request hostile = Samples.request(
                "DELETE", "/a'; rm -rf ~\n\u001b[2J$(x)", "q='`id`", "text/plain", "\"it's\\n\\u001b$(id)\"");
        assertEquals(
                "curl \\\n  --request 'DELETE' \\\n"
                        + "  \"$BASE_URL\"'/a'\\'';%20rm%20-rf%20~%0A%1B%5B2J$(x)?q='\\''%60id%60' \\\n"
                        + "  --header 'Content-Type: text/plain' \\\n"
                        + "  --data-raw 'it'\\''s⟨U+000A⟩⟨U+001B⟩$(id)'",
                Curl.of(hostile));
    }

    @Test
    void eventOutsideHttp_hasNoCommand() {
        assertEquals("", Curl.of(null));
    }
}
