package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {

    @Test
    void failure_ofABatch_isToldByItsNextException() {
        BatchUpdateException batch = new BatchUpdateException("batch", "XJ208", new int[0]);
        batch.setNextException(new SQLException("duplicate key (secret)", "23505"));
        assertTrue(SqlErrors.isUniqueViolation(new IllegalStateException(batch)));
        assertEquals("SQLSTATE 23505", SqlErrors.describe(new IllegalStateException(batch)));
    }

    @Test
    void failure_ofTheConnection_isDescribedInTheDriversWords() {
        SQLException refused = new SQLException("Connection to 127.0.0.1:1 refused", "08001");
        assertEquals("SQLSTATE 08001 (Connection to 127.0.0.1:1 refused)", SqlErrors.describe(refused));
        assertFalse(SqlErrors.isOfTheData(refused));
    }

    @Test
    void failure_withoutSql_isOfTheDataAndNamedByItsClass() {
        IllegalStateException thrown = new IllegalStateException("secret");
        assertTrue(SqlErrors.isOfTheData(thrown));
        assertEquals("java.lang.IllegalStateException", SqlErrors.describe(thrown));
    }

    @Test
    void failure_thatCausesItself_endsTheSearch() {
        SQLException one = new SQLException("one", "58030");
        SQLException two = new SQLException("two", "58030", one);
        one.setNextException(two);
        assertEquals("SQLSTATE 58030", SqlErrors.describe(one));
        assertFalse(SqlErrors.isOfTheData(one));
    }

    @Test
    void failure_forWantOfRoom_isToldFromOthers() {
        assertTrue(SqlErrors.isOfRoom(new IllegalStateException(new SQLException("No space left", "53100"))));
        assertTrue(SqlErrors.isOfRoom(new SQLException("page", "XSDG1")));
        assertFalse(SqlErrors.isOfRoom(new SQLException("too long", "22001")));
        assertFalse(SqlErrors.isOfRoom(new SQLException("lost", "08006")));
        assertFalse(SqlErrors.isOfRoom(new IllegalStateException("no SQL")));
    }

    @ParameterizedTest
    @CsvSource({
        "53100,true",
        "XSDG1,true",
        "57014,true",
        "55P03,true",
        "40XL1,true",
        "40P01,true",
        "42501,true",
        "42P01,true",
        "0A000,true",
        "25006,true",
        "26000,true",
        "08001,true",
        "08004,true",
        "08003,true",
        "08006,false",
        "08007,true",
        "08P01,true",
        "42P05,true",
        "28P01,true",
        "3D000,true",
        "58030,true",
        "58P01,true",
        "XX000,true",
        "XX001,true",
        "XX002,true",
        "XSDB0,true",
        "90028,true",
        "22001,false",
        "23514,false",
        "54000,false",
        "39000,false"
    })
    void failure_ofWhatTheDatabaseIsBusyWith_isToldFromThatOfAnEvent(String state, boolean never) {
        assertEquals(never, SqlErrors.isNeverOfTheData(new IllegalStateException(new SQLException("words", state))));
    }
}
