package io.gendan.core.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks part by part, such as no program would write. */
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** @param rows the content of {@code sheetData} */
    static Workbooks with(String rows) {
        var made = new Workbooks();
        made.parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("/xl/workbook.xml", "sheet.main+xml")
                        + type("/xl/worksheets/sheet1.xml", "worksheet+xml")
                        + type("/xl/worksheets/sheet2.xml", "worksheet+xml")
                        + type("/xl/sharedStrings.xml", "sharedStrings+xml")
                        + type("/xl/styles.xml", "styles+xml") + "</Types>");
        made.parts.put(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        made.parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>"
                        + "<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Two\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
        made.parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relationship("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relationship("rId3", "sharedStrings", "sharedStrings.xml")
                        + relationship("rId4", "styles", "styles.xml")));
        made.parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>shared</t></si></sst>");
        made.parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                        + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
                        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
                        + "</styleSheet>");
        made.parts.put("xl/worksheets/sheet2.xml", sheet("", ""));
        return made.part("xl/worksheets/sheet1.xml", sheet(rows, ""));
    }

    /** A header of one column and one cell below it. */
    static byte[] cell(String attributes, String content) {
        return with("<row r=\"1\">" + text("A1", "a") + "</row><row r=\"2\"><c r=\"A2\" " + attributes + ">" + content
                        + "</c></row>")
                .bytes();
    }

    static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String sheet(String rows, String after) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>";
    }

    Workbooks part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + each + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
