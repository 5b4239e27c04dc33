package io.gendan.core.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** Cells as texts: what stands in a CSV file of the same table. */
final class XlsxCells {
    /** Excel computes with fifteen digits and keeps more. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LARGEST_EXPONENT = 30;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465); // 9999-12-31
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern NO_PART_OF_DATE =
            Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|General", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART_OF_DATE = Pattern.compile("[ymdhs年月日]", Pattern.CASE_INSENSITIVE);

    /** Formats that a workbook names by number alone; those from 27 on are Chinese and Japanese ones. */
    private static final Set<Integer> DATES = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private final LocalDate dayZero;

    /** @param from1904 whether the workbook counts days as Excel for Macintosh did */
    XlsxCells(boolean from1904) {
        dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /**
     * A formula counts for the value it had when the file was saved.
     *
     * @param cell may be null
     * @param fault told where the cell has no text
     */
    String text(Cell cell, Consumer<String> fault) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() == CellType.FORMULA
                && (cell.getRawValue() == null || cell.getRawValue().isEmpty()))
            return faulty(fault, "formula-without-value");
        if (cell.getType() == CellType.ERROR || isError(cell)) return faulty(fault, "cell-error");
        return switch (cell.getValue()) {
            case null -> faulty(fault, "cell-error"); // names a text that is not there
            case BigDecimal number -> number(number, isDate(cell), fault);
            case Boolean truth -> truth.toString();
            case Object other -> other.toString();
        };
    }

    private String number(BigDecimal number, boolean date, Consumer<String> fault) {
        if (number.precision() - number.scale() > LARGEST_EXPONENT || number.scale() > 400)
            return faulty(fault, "malformed");
        if (!date) return number.round(DIGITS).stripTrailingZeros().toPlainString();
        if (number.signum() < 0 || number.compareTo(LAST_DAY) > 0) return faulty(fault, "malformed");
        BigDecimal[] parts = number.divideAndRemainder(BigDecimal.ONE);
        LocalDateTime moment = dayZero.plusDays(parts[0].longValueExact())
                .atStartOfDay()
                .plusSeconds(Math.round(parts[1].multiply(SECONDS_A_DAY).doubleValue()));
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static boolean isError(Cell cell) {
        return cell.getType() == CellType.FORMULA
                && cell.getValue() instanceof String text
                && text.startsWith("#")
                && text.matches("#[A-Z0-9/_]+[!?]?");
    }

    private static boolean isDate(Cell cell) {
        if (cell.getDataFormatId() != null && DATES.contains(cell.getDataFormatId())) return true;
        String format = cell.getDataFormatString();
        return format != null
                && PART_OF_DATE
                        .matcher(NO_PART_OF_DATE.matcher(format).replaceAll(""))
                        .find();
    }

    private static String faulty(Consumer<String> fault, String code) {
        fault.accept(code);
        return "";
    }
}
