package dev.auditlog.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import dev.auditlog.view.ViewContent;
import dev.auditlog.web.text.Texts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedViewTest {

    private static final List<String> DEFAULT = List.of("mon-fri/08:00-18:00");

    @ParameterizedTest
    @EnumSource(ShippedView.class)
    void query_ofEach_isCanonical_soThatTheListIsKnownAgain(ShippedView view) {
        for (String zone : new String[] {"Z", "Europe/Berlin", "+05:30", "Etc/GMT+3"}) {
            for (List<String> hours : List.of(DEFAULT, List.of("mon-thu/8-17@Asia/Kolkata", "FRI/8-14:30"))) {
                String query = view.query(ZoneId.of(zone), hours);
                assertEquals(query, EventQuery.parse(query).text());
            }
        }
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertEquals(false, new Texts(language).text("view." + view.key()).isBlank());
        }
        assertEquals(Optional.of(view), ShippedView.of(view.key()));
    }

    @Test
    void afterHours_nameTheZoneByWhoseClockTheyAre() {
        assertEquals("-hours:mon-fri/08:00-18:00@UTC", ShippedView.AFTER_HOURS.query(ZoneOffset.UTC));
        assertEquals(
                "-hours:mon-fri/08:00-18:00@America/New_York",
                ShippedView.AFTER_HOURS.query(ZoneId.of("America/New_York"), DEFAULT));
    }

    @Test
    void afterHours_areOutsideOfAllThatTheOperatorSets_byTheReadersClockWhereTheyHaveNone() {
        assertEquals(
                "-hours:mon-thu/07:00-16:00@Europe/Berlin,fri/07:00-12:00@UTC",
                ShippedView.AFTER_HOURS.query(
                        ZoneOffset.UTC, List.of("mon-thu/07:00-16:00@Europe/Berlin", "fri/07:00-12:00")));
    }

    @Test
    void link_neverIsTheListAlone_whichLeadsToTheDefault() {
        assertEquals("/audit/events?q=", ViewLink.of("/audit", new ViewContent("a", "", "", "", Order.NEWEST)));
        assertEquals(
                "/audit/events?order=oldest", ViewLink.of("/audit", new ViewContent("a", "", "", "", Order.OLDEST)));
        assertEquals(
                "/audit/events?q=a&from=-7d&order=oldest",
                ViewLink.of("/audit", new ViewContent("a", "a", "-7d", "", Order.OLDEST)));
    }
}
