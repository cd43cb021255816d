package dev.auditlog.web.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final String NONE = "-";

    /** In each query the cursor stands at the bar; what is replaced is then shown in brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    '|'                      ; '[]'                       ; - ; ''
                    ac|                      ; '[ac]'                     ; - ; ac
                    a|c                      ; '[ac]'                     ; - ; a
                    -ac|                     ; '-[ac]'                    ; - ; ac
                    '-|'                     ; '-[]'                      ; - ; ''
                    ac|tor:bob               ; '[actor:]bob'              ; - ; ac
                    'actor:bob |'            ; 'actor:bob []'             ; - ; ''
                    'actor:bob out|'         ; 'actor:bob [out]'          ; - ; out
                    actor:|                  ; 'actor:[]'                 ; actor ; ''
                    ACTOR:al|                ; 'ACTOR:[al]'               ; actor ; al
                    -actor:al|ice            ; '-actor:[alice]'           ; actor ; al
                    actor:al*|               ; 'actor:[al*]'              ; actor ; al
                    actor:alice,b|           ; 'actor:alice,[b]'          ; actor ; b
                    actor:al|,bob            ; 'actor:[al],bob'           ; actor ; al
                    'actor:"Bob R|'          ; 'actor:["Bob R]'           ; actor ; Bob R
                    'actor:"Bob R|ay" x'     ; 'actor:["Bob Ray"] x'      ; actor ; Bob R
                    'actor:"a \\"b\\" c|'    ; 'actor:["a \\"b\\" c]'     ; actor ; a "b" c
                    'actor:"a,b",c|'         ; 'actor:"a,b",[c]'          ; actor ; c
                    'path:a:b|'              ; 'path:[a:b]'               ; path ; a:b
                    'nonsense:x|'            ; 'nonsense:[x]'             ; nonsense ; x
                    """)
    void cursor_standsInAWord_orInAValue(String query, String replaced, String qualifier, String typed) {
        int cursor = query.indexOf('|');
        String text = query.replace("|", "");
        Place place = Place.of(text, cursor);
        assertEquals(
                replaced,
                text.substring(0, place.start()) + "[" + text.substring(place.start(), place.end()) + "]"
                        + text.substring(place.end()));
        assertEquals(qualifier, place.qualifier() == null ? NONE : place.qualifier());
        assertEquals(typed, place.typed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            textBlock =
                    """
                    '|'                            ; ''
                    'actor:al|'                    ; ''
                    'outcome:DENIED -actor:al|ice' ; 'outcome:DENIED'
                    'actor:al|,bob activity:READ'  ; 'activity:READ'
                    'a actor:"Bob R|ay, x" b'      ; 'a  b'
                    'a actor:"Bob R| b'            ; 'a'
                    'a |'                          ; 'a'
                    'a | b'                        ; 'a  b'
                    '"a b" c|'                     ; '"a b"'
                    """)
    void others_areAllTerms_butTheOneOfTheCursor(String query, String others) {
        int cursor = query.indexOf('|');
        assertEquals(others, Place.others(query.replace("|", ""), cursor));
    }

    @Test
    void freeText_thatIsNoWord_hasNothingToComplete() {
        for (String query : new String[] {"\"say ", "\"x\"", "a,b", "\"a:b"}) {
            Place place = Place.of(query, query.length());
            assertEquals("", place.qualifier(), query);
            assertEquals(place.start(), place.end(), query);
        }
    }

    @Test
    void every_cursorInEveryText_isAPlaceInIt() {
        String hostile = "\\\"-:,\" *actor:\\\"\u00a0\u202e-\\,:\"\\";
        for (int cursor = 0; cursor <= hostile.length(); cursor++) {
            Place place = Place.of(hostile, cursor);
            assertTrue(Place.others(hostile, cursor).length() <= hostile.length(), "at " + cursor);
            assertEquals(true, place.start() <= place.end() && place.end() <= hostile.length(), "at " + cursor);
        }
    }
}
