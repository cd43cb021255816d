package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {

    @ParameterizedTest
    @CsvSource({
        "201, 201, true, 201, true", // as it was answered
        "201, 201, true, 500, false",
        "201, 0, false, 201, true", // done, and the answer lost
        "201, 0, false, 500, false",
        "201, 503, false, 201, true", // done, and late
        "201, 503, false, 503, false",
        "201, 503, false, 404, true", // there was nothing under the path yet, and its event was late
        "201, 503, false, 500, false",
        "201, 404, false, 404, true", // there was nothing under the path yet
        "201, 500, false, 500, true" // by the container, which takes down the servlet
    })
    void row_ofACall_mayHaveTheStatus(int wanted, int status, boolean ran, int recorded, boolean may) {
        assertEquals(may, new Entry(1, "key", wanted, status, ran, 5).mayBeRecordedAs(recorded));
    }
}
