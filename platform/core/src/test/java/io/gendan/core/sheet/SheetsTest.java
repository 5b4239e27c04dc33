package io.gendan.core.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.gendan.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

class SheetsTest {
    private static final Set<String> A = Set.of("a");
    private static final Set<String> B = Set.of("b");
    private static final Set<String> NONE = Set.of();

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(SheetFormat format) {
        var table = Sheets.read(
                file(
                        format,
                        List.of("a", "b"),
                        List.of("王磊", "a \"b\", c\nd"),
                        Arrays.asList("", null),
                        List.of("x", "")),
                format,
                A,
                B);

        assertThat(table.faults()).isEmpty();
        assertThat(table.rows().getFirst().fields()).isEqualTo(Map.of("a", "王磊", "b", "a \"b\", c\nd"));
        assertThat(table.rows().getLast().fields()).isEqualTo(Map.of("a", "x", "b", ""));
        assertThat(table.rows().getLast().get("b")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+86 25", "-3", "@here", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1", "'x"
            })
    void whatASpreadsheetWouldComputeIsNeutralizedAndReadBack(String text) {
        for (var format : SheetFormat.values()) {
            byte[] file = file(format, List.of("a"), List.of(text));

            var row = Sheets.read(file, format, A, NONE).rows().getFirst();

            assertThat(row.fields().get("a")).as("%s", format).isEqualTo(text);
        }
        if (!text.equals("'x"))
            assertThat(new String(file(SheetFormat.CSV, List.of("a"), List.of(text)), StandardCharsets.UTF_8))
                    .contains("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFb,a\nx,王磊\n", "b,a\r\nx,王磊", "a,b\n王磊,x\n", "\n a , b \n\n王磊,x"})
    void csvIsReadWithAndWithoutMarkInAnyOrderOfColumns(String text) {
        var rows = Sheets.read(text.getBytes(StandardCharsets.UTF_8), SheetFormat.CSV, A, B)
                .rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("a")).isEqualTo("王磊");
            assertThat(row.get("b")).isEqualTo("x");
        });
    }

    @Test
    void gbkIsRecognizedAndOtherEncodingsAreNot() {
        assertRefused("a\n王磊\n".getBytes(Charset.forName("GBK")), SheetFormat.CSV, "is-gbk");
        assertRefused("a\n王磊\n".getBytes(StandardCharsets.UTF_16LE), SheetFormat.CSV, "not-utf-8");
        assertRefused("a\nMüller\n".getBytes(StandardCharsets.ISO_8859_1), SheetFormat.CSV, "not-utf-8");
    }

    @ParameterizedTest
    @CsvSource({"b, column-missing", "'a,x', column-unknown", "'a,a', column-twice", "'a,', column-unnamed"})
    void columnsThatAreMissingUnknownTwiceOrWithoutNameAreRefused(String header, String code) {
        var columns = Arrays.asList(header.split(",", -1));

        assertRefused((header + "\n").getBytes(StandardCharsets.UTF_8), SheetFormat.CSV, code);
        if (!header.endsWith(",")) assertRefused(file(SheetFormat.XLSX, columns), SheetFormat.XLSX, code);
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithoutARowIsRefused(SheetFormat format) {
        byte[] file =
                format == SheetFormat.CSV ? new byte[0] : Workbooks.with("").bytes();

        assertRefused(file, format, "required");
    }

    @Test
    void rowsThatDoNotFitAreNamedByTheirLineAndTheOthersTaken() {
        var table = Sheets.read(
                ("a,b\n1,2\n\n1\n\"x\ny\",2\n1,2,3\n" + "l".repeat(5000) + ",1\n").getBytes(StandardCharsets.UTF_8),
                SheetFormat.CSV,
                A,
                B);

        assertThat(table.rows()).extracting(SheetRow::line).containsExactly(2L, 5L);
        assertThat(table.faults())
                .extracting(RowFault::line, RowFault::field, RowFault::code)
                .containsExactly(
                        tuple(4L, null, "wrong-number-of-fields"),
                        tuple(7L, null, "wrong-number-of-fields"),
                        tuple(8L, "a", "too-long"));
        assertThat(table.size()).isEqualTo(5);
    }

    @Test
    void rowsOfAWorkbookThatAreShorterAreFilledUpAndLongerOnesAreFaults() {
        var table = Sheets.read(
                Workbooks.with("<row r=\"1\">" + Workbooks.text("A1", "a") + Workbooks.text("B1", "b")
                                + "</row><row r=\"3\">"
                                + Workbooks.text("B3", "x") + "<c r=\"D3\" s=\"1\"/></row><row r=\"4\"/><row r=\"7\">"
                                + Workbooks.text("C7", "y") + "</row>")
                        .bytes(),
                SheetFormat.XLSX,
                A,
                B);

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.get("a")).isNull();
            assertThat(row.get("b")).isEqualTo("x");
        });
        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(7);
            assertThat(fault.code()).isEqualTo("wrong-number-of-fields");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t='s'|<v>0</v>|shared",
                "t='str'|<f>A1</f><v>cached</v>|cached",
                "|<f>1+1</f><v>2</v>|2",
                "t='b'|<v>1</v>|true",
                "|<v>1001</v>|1001",
                "|<v>0.30000000000000004</v>|0.3",
                "|<v>1E5</v>|100000",
                "s='1'|<v>46351</v>|2026-11-25",
                "s='2'|<v>46351</v>|2026-11-25",
                "s='1'|<v>46351.5</v>|2026-11-25T12:00",
                "s='1'|<f>TODAY()</f><v>46351</v>|2026-11-25",
                "|<v>46351</v>|46351",
            })
    void cellsAreTheTextsThatStandInCsv(String attributes, String content, String text) {
        byte[] file = Workbooks.cell(attributes == null ? "" : attributes, content);

        assertThat(Sheets.read(file, SheetFormat.XLSX, A, NONE)
                        .rows()
                        .getFirst()
                        .get("a"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|<f>1+1</f>|formula-without-value",
                "t='e'|<v>#REF!</v>|cell-error",
                "t='e'|<f>B9/0</f><v>#DIV/0!</v>|cell-error",
                "|<v>1E999999999</v>|malformed",
                "|<v>1E-999999999</v>|malformed",
                "s='1'|<v>-5</v>|malformed",
                "s='1'|<v>99999999</v>|malformed",
            })
    void cellsWithoutATextAreFaultsOfTheirRow(String attributes, String content, String code) {
        var table =
                Sheets.read(Workbooks.cell(attributes == null ? "" : attributes, content), SheetFormat.XLSX, A, NONE);

        assertThat(table.rows()).isEmpty();
        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.field()).isEqualTo("a");
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void mergedCellsAreRefusedOnTheSheetThatIsRead() {
        String header = "<row r=\"1\">" + Workbooks.text("A1", "a") + "</row>";
        String merged = "<mergeCells count=\"1\"><mergeCell ref=\"A2:A9\"/></mergeCells>";

        assertRefused(
                Workbooks.with("")
                        .part("xl/worksheets/sheet1.xml", Workbooks.sheet(header, merged))
                        .bytes(),
                SheetFormat.XLSX,
                "merged-cells");
        assertThat(Sheets.read(
                                Workbooks.with(header)
                                        .part("xl/worksheets/sheet2.xml", Workbooks.sheet("", merged))
                                        .bytes(),
                                SheetFormat.XLSX,
                                A,
                                NONE)
                        .size())
                .isZero();
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeSo() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        byte[] encrypted = Arrays.copyOf(old, 600);
        System.arraycopy("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), 0, encrypted, 512, 32);
        byte[] whole = Workbooks.with("").bytes();

        assertRefused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), SheetFormat.XLSX, "not-a-workbook");
        assertRefused(new byte[0], SheetFormat.XLSX, "not-a-workbook");
        assertRefused(old, SheetFormat.XLSX, "workbook-old");
        assertRefused(encrypted, SheetFormat.XLSX, "workbook-encrypted");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), SheetFormat.XLSX, "workbook-damaged");
        assertRefused(Workbooks.with("<row r=\"1\">").bytes(), SheetFormat.XLSX, "workbook-damaged");
        assertRefused(Workbooks.with("").part("xl/workbook.xml", "").bytes(), SheetFormat.XLSX, "workbook-damaged");
    }

    @Test
    void whatUnpacksWithoutEndIsNotUnpackedToTheEnd() {
        String zeros = "<v>" + "0".repeat(40 << 20) + "</v>";
        byte[] bomb = Workbooks.cell("", zeros);

        assertThat(bomb).hasSizeLessThan(200_000);
        assertRefused(bomb, SheetFormat.XLSX, "unpacks-too-far");
        assertRefused(
                Workbooks.with("").part("docProps/anything.bin", zeros).bytes(), SheetFormat.XLSX, "unpacks-too-far");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2000000000", "99999999999", "-1", "x"})
    void aTextThatIsNotThereIsRefusedBeforeItIsLookedFor(String number) {
        assertRefused(Workbooks.cell("t=\"s\"", "<v>" + number + "</v>"), SheetFormat.XLSX, "workbook-damaged");
    }

    @Test
    void cellsBeyondWhatAnySheetHasAreRefused() {
        assertRefused(
                Workbooks.with("<row r=\"2000000\">" + Workbooks.text("A2000000", "a") + "</row>")
                        .bytes(),
                SheetFormat.XLSX,
                "too-many-rows");
        assertRefused(
                Workbooks.with("<row r=\"1\">" + Workbooks.text("ZZZZZZ1", "a") + "</row>")
                        .bytes(),
                SheetFormat.XLSX,
                "too-many-columns");
        assertRefused(
                Workbooks.with("<row r=\"1\">" + Workbooks.text("XFE1", "a") + "</row>")
                        .bytes(),
                SheetFormat.XLSX,
                "too-many-columns");
    }

    /** What a reader takes for cells is looked through, whatever it begins with or calls itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {" \n%s", "<!-- a sheet -->%s", "<thing>%s</thing>", "<workbook>%s</workbook>", "<sst>%s</sst>"})
    void noDisguiseKeepsCellsFromBeingLookedAt(String disguise) {
        String sheet = Workbooks.sheet("<row r=\"1\">" + Workbooks.text("ZZZZZZ1", "a") + "</row>", "");

        assertRefused(
                Workbooks.with("")
                        .part("xl/worksheets/sheet1.xml", disguise.formatted(sheet))
                        .bytes(),
                SheetFormat.XLSX,
                "too-many-columns");
    }

    @ParameterizedTest
    @EnumSource
    void threeHundredColumnsAreTooMany(SheetFormat format) {
        var columns = IntStream.range(0, 300).mapToObj(i -> "c" + i).toList();

        assertRefused(file(format, columns), format, "too-many-columns");
    }

    @ParameterizedTest
    @EnumSource
    void rowsBeyondTheLimitAreTooMany(SheetFormat format) {
        byte[] file = file(format, List.of("a"), List.of("1"), List.of("2"), List.of("3"));
        var limits = new SheetLimits(10_000, 100_000, 2, 5, 10);

        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> Sheets.read(file, format, A, NONE, limits, _ -> {}, _ -> {}))
                .matches(refused -> refused.errors().getFirst().code().equals("too-many-rows"));
    }

    @Test
    void aLargerFileIsRefusedBeforeItIsLookedInto() {
        assertRefused(new byte[(4 << 20) + 1], SheetFormat.XLSX, "file-too-large");
    }

    @Test
    void entitiesAreNotExpandedAndNothingIsFetched() {
        String bomb = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + Workbooks.sheet("<row r=\"1\">" + Workbooks.text("A1", "&b;") + "</row>", "");
        String foreign = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                + Workbooks.sheet("<row r=\"1\">" + Workbooks.text("A1", "&a;") + "</row>", "");

        for (String sheet : List.of(bomb, foreign))
            assertRefused(
                    Workbooks.with("").part("xl/worksheets/sheet1.xml", sheet).bytes(),
                    SheetFormat.XLSX,
                    "workbook-damaged");
    }

    private static void assertRefused(byte[] file, SheetFormat format, String code) {
        assertThatExceptionOfType(Problem.Invalid.class)
                .as(code)
                .isThrownBy(() -> Sheets.read(file, format, A, NONE))
                .satisfies(refused ->
                        assertThat(refused.errors().getFirst().code()).isEqualTo(code));
    }

    @SafeVarargs
    private static byte[] file(SheetFormat format, List<String> columns, List<String>... rows) {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.to(out, format, columns)) {
            for (var row : rows) writer.row(row);
        }
        return out.toByteArray();
    }
}
