package dev.auditlog.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.export.TableColumn;
import dev.auditlog.export.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Workbooks, read by the JDK's own ZIP and XML. */
class XlsxFileTest {

    private static final Pattern SIGN = Pattern.compile("_x(\\p{XDigit}{4})_");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static AuditEvent hostile() {
        String text = " =1+1\r\n\t<&>\"'\u0001\uFFFE_x0041_ 😀 ";
        return Fakes.event(1, null)
                .toDraft()
                .reason(text)
                .operation("=cmd|' /C calc'!A1")
                .toEvent();
    }

    private Map<String, byte[]> written(XlsxFile file, AuditEvent... events) throws IOException {
        for (AuditEvent event : events) {
            file.write(event);
        }
        String digest = file.digest();
        file.end(Fakes.event(9, null)
                .toDraft()
                .attribute("sha256", digest)
                .attribute("events", "n")
                .toEvent());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Path book = Files.write(folder.resolve("book.xlsx"), bytes.toByteArray());
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static NodeList elements(byte[] xml, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getElementsByTagName(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cells of a row, from 0, by their columns' letters. */
    private static Map<String, Element> row(byte[] sheet, int number) {
        Map<String, Element> cells = new LinkedHashMap<>();
        NodeList found = ((Element) elements(sheet, "row").item(number)).getElementsByTagName("c");
        for (int i = 0; i < found.getLength(); i++) {
            Element cell = (Element) found.item(i);
            Matcher letters = LETTERS.matcher(cell.getAttribute("r"));
            assertTrue(letters.lookingAt());
            cells.put(letters.group(), cell);
        }
        return cells;
    }

    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : "A" + (char) ('A' + column - 26);
    }

    private static String plain(String cell) {
        return SIGN.matcher(cell)
                .replaceAll((MatchResult sign) ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
    }

    @Test
    void workbook_ofAHostileEvent_readBackIsEachOfItsValues() throws IOException {
        AuditEvent event = hostile();
        byte[] sheet = written(new XlsxFile(bytes), event).get("xl/worksheets/sheet1.xml");
        Map<String, Element> cells = row(sheet, 1);
        for (int i = 0; i < TableColumn.all().size(); i++) {
            Object value = TableColumn.all().get(i).value().apply(event);
            Element cell = cells.get(letters(i));
            if (value == null) {
                assertTrue(cell == null || cell.getTextContent().isEmpty());
            } else {
                String type = value instanceof Number ? "n" : value instanceof Boolean ? "b" : "inlineStr";
                assertEquals(
                        type, cell.getAttribute("t"), TableColumn.all().get(i).name());
                String text = value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
                assertEquals(text, plain(cell.getTextContent()));
            }
        }
        assertEquals(0, elements(sheet, "f").getLength(), "no formula");
    }

    @Test
    void workbook_ofMoreEventsThanASheetTakes_goesOnInAnother() throws IOException {
        AuditEvent event = Fakes.event(1, null);
        Map<String, byte[]> parts = written(new XlsxFile(bytes, 3), event, event, event, event, event);
        assertEquals(3, elements(parts.get("xl/worksheets/sheet1.xml"), "row").getLength());
        assertEquals(3, elements(parts.get("xl/worksheets/sheet2.xml"), "row").getLength());
        assertEquals(2, elements(parts.get("xl/worksheets/sheet3.xml"), "row").getLength());
        NodeList sheets = elements(parts.get("xl/workbook.xml"), "sheet");
        assertEquals("Events", ((Element) sheets.item(0)).getAttribute("name"));
        assertEquals("Events 2", ((Element) sheets.item(1)).getAttribute("name"));
        assertEquals("Export", ((Element) sheets.item(3)).getAttribute("name"));
    }

    @Test
    void workbook_digestIsThatOfTheCsvOfTheSameEvents() throws IOException {
        List<AuditEvent> events = List.of(hostile(), Fakes.event(2, "1"));
        XlsxFile workbook = new XlsxFile(bytes);
        TextFile csv = new TextFile(TextFormat.CSV, new ByteArrayOutputStream());
        for (AuditEvent event : events) {
            workbook.write(event);
            csv.write(event);
        }
        assertEquals(csv.digest(), workbook.digest());
    }

    @Test
    void workbook_lastSheet_saysWhatIsInIt() throws IOException {
        byte[] about = written(new XlsxFile(bytes)).get("xl/worksheets/sheet2.xml");
        String text = new String(about, StandardCharsets.UTF_8);
        assertTrue(text.contains(">events<") && text.contains(">sha256<") && text.contains(">event of this export<"));
    }

    @Test
    void cell_thatIsLongerThanExcelTakes_isCutAndCounted() throws IOException {
        AuditEvent event = Fakes.event(1, "\"" + "😀".repeat(20_000) + "\"");
        Map<String, byte[]> parts = written(new XlsxFile(bytes), event);
        String cell = row(parts.get("xl/worksheets/sheet1.xml"), 1).get("AI").getTextContent();
        assertTrue(cell.length() <= XlsxText.MAX && cell.endsWith("…"), () -> "" + cell.length());
        assertFalse(Character.isHighSurrogate(cell.charAt(cell.length() - 2)));
        String about = new String(parts.get("xl/worksheets/sheet2.xml"), StandardCharsets.UTF_8);
        assertTrue(about.contains("cells cut at 32767 characters"), about);
    }

    @Test
    void workbook_withoutItsEnd_isNoArchive() throws IOException {
        XlsxFile file = new XlsxFile(bytes);
        for (int i = 1; i <= 1_000; i++) {
            file.write(Fakes.event(i, "1"));
        }
        String digest = file.digest();
        assertEquals(64, digest.length());
        assertEquals(-1, bytes.toString(StandardCharsets.ISO_8859_1).indexOf("PK\u0005\u0006"));
    }
}
