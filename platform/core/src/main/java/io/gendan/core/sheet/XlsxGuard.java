package io.gendan.core.sheet;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.gendan.core.problem.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read: what it would unpack to, cells where no spreadsheet has any, texts that are
 * not there, and merged cells, of which only the first has a content. It opens the archive as the reader does, so that both see the same parts.
 */
final class XlsxGuard {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final XMLInputFactory XML = factory();

    private final SheetLimits limits;
    private final Map<String, Worksheet> sheets = new HashMap<>();
    private final Map<String, String> partOfId = new HashMap<>();
    private String firstSheet;
    private int sharedTexts;
    private long unpacked;

    private XlsxGuard(SheetLimits limits) {
        this.limits = limits;
    }

    /** @throws Problem.Invalid where it is no workbook, or none to be read */
    static void check(byte[] file, SheetLimits limits) {
        if (begins(file, OLE2))
            throw Problem.Invalid.field("body", contains(file, ENCRYPTED) ? "workbook-encrypted" : "workbook-old");
        if (!begins(file, ZIP)) throw Problem.Invalid.field("body", "not-a-workbook");
        var guard = new XlsxGuard(limits);
        try (var archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var parts = archive.getEntries(); parts.hasMoreElements(); ) guard.look(archive, parts.nextElement());
        } catch (IOException | XMLStreamException e) {
            throw XlsxFile.damaged();
        }
        guard.refuse();
    }

    /** Cells are looked for in every part: the reader does not ask whether a part with cells calls itself a worksheet. */
    private void look(ZipFile archive, ZipArchiveEntry part) throws IOException, XMLStreamException {
        if (!archive.canReadEntryData(part)) throw XlsxFile.damaged();
        if (!isXml(archive, part)) return;
        try (var in = archive.getInputStream(part)) {
            Worksheet.look(XML.createXMLStreamReader(in)).ifPresent(sheet -> sheets.put(part.getName(), sheet));
        }
        try (var in = archive.getInputStream(part)) {
            lookInto(part.getName(), XML.createXMLStreamReader(in));
        }
    }

    private void lookInto(String name, XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        switch (xml.getLocalName()) {
            case "sst" -> sharedTexts = Math.max(sharedTexts, count(xml, "si"));
            case "workbook" -> firstSheet = firstSheet(xml);
            case "Relationships" -> {
                if (name.endsWith("workbook.xml.rels")) relationships(xml, name.replaceFirst("_rels/[^/]*$", ""));
            }
            default -> {} // nothing that leads to a sheet
        }
    }

    private void relationships(XMLStreamReader xml, String folder) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = xml.getAttributeValue(null, "Target");
                if (target == null) continue;
                partOfId.put(
                        xml.getAttributeValue(null, "Id"),
                        target.startsWith("/") ? target.substring(1) : folder + target);
            }
    }

    private static String firstSheet(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext())
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("sheet"))
                for (int i = 0; i < xml.getAttributeCount(); i++)
                    if (xml.getAttributeLocalName(i).equals("id")) return xml.getAttributeValue(i);
        return null;
    }

    /** Where it cannot be told which sheet is the first, this holds for all of them. */
    private void refuse() {
        String first = partOfId.get(firstSheet);
        sheets.forEach((name, sheet) -> {
            if (sheets.containsKey(first) && !first.equals(name)) return;
            if (sheet.merged() != null) throw Problem.Invalid.field("body", "merged-cells", sheet.merged());
        });
        for (Worksheet sheet : sheets.values()) if (sheet.highestText() >= sharedTexts) throw XlsxFile.damaged();
    }

    private static int count(XMLStreamReader xml, String element) throws XMLStreamException {
        int found = 0;
        while (xml.hasNext())
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals(element)) found++;
        return found;
    }

    private InputStream bounded(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                if (read >= 0) add(1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read > 0) add(read);
                return read;
            }
        };
    }

    private void add(int bytes) {
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes())
            throw Problem.Invalid.field("body", "unpacks-too-far", limits.unpackedBytes());
    }

    /** Unpacks it to its end, within the limits. What it begins with tells; parsers pass over blanks before it. */
    private boolean isXml(ZipFile archive, ZipArchiveEntry part) throws IOException {
        try (var in = new BufferedInputStream(bounded(archive.getInputStream(part)))) {
            int first = in.read();
            while (first == 0 || first == ' ' || first == '\t' || first == '\n' || first == '\r') first = in.read();
            in.transferTo(OutputStream.nullOutputStream());
            return first == '<' || first == 0xEF || first == 0xFE || first == 0xFF;
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static boolean contains(byte[] file, byte[] what) {
        for (int i = 0; i + what.length <= file.length; i++)
            if (Arrays.equals(file, i, i + what.length, what, 0, what.length)) return true;
        return false;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
