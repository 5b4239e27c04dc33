package io.gendan.core.sheet;

import java.util.Optional;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.gendan.core.problem.Problem;

/**
 * What is to be known of one sheet of a workbook before its cells are read.
 *
 * @param merged the first range of merged cells, null where there is none
 * @param highestText the highest number of a shared text that a cell names, -1 where none does
 */
record Worksheet(String merged, int highestText) {
    /** What the file format itself allows; a reader that follows a cell beyond fills its memory with empty ones. */
    private static final int ROWS = 1_048_576;

    private static final int COLUMNS = 16_384;

    /** Nothing where it has no cells. */
    static Optional<Worksheet> look(XMLStreamReader xml) throws XMLStreamException {
        String merged = null;
        int highest = -1;
        boolean cells = false;
        boolean shared = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) continue;
            String element = xml.getLocalName();
            if (element.equals("sheetData")) cells = true;
            if (!cells) continue;
            switch (element) {
                case "row" -> checkRow(xml.getAttributeValue(null, "r"));
                case "c" -> {
                    checkCell(xml.getAttributeValue(null, "r"));
                    shared = "s".equals(xml.getAttributeValue(null, "t"));
                }
                case "v" -> {
                    if (shared) highest = Math.max(highest, number(xml.getElementText()));
                }
                case "mergeCell" -> {
                    if (merged == null) merged = String.valueOf(xml.getAttributeValue(null, "ref"));
                }
                default -> {} // content and looks of cells
            }
        }
        return cells ? Optional.of(new Worksheet(merged, highest)) : Optional.empty();
    }

    private static void checkRow(String number) {
        if (number != null && number(number) > ROWS) throw Problem.Invalid.field("body", "too-many-rows", ROWS);
    }

    private static void checkCell(String place) {
        if (place == null) return;
        if (!place.matches("[A-Z]{1,3}\\d{1,9}") || column(place) > COLUMNS)
            throw Problem.Invalid.field("body", "too-many-columns", COLUMNS);
        checkRow(place.replaceFirst("[A-Z]+", ""));
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; Character.isLetter(place.charAt(i)); i++) column = column * 26 + place.charAt(i) - 'A' + 1;
        return column;
    }

    /** As large as can be where it has more digits. */
    private static int number(String text) {
        String digits = text.strip();
        if (!digits.matches("\\d+")) throw XlsxFile.damaged();
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
