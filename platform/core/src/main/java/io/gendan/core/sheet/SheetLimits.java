package io.gendan.core.sheet;

/**
 * What a file may hold at most; beyond, it is refused as a whole and not read on.
 *
 * @param bytes of the file
 * @param unpackedBytes of a workbook, whose parts are compressed
 * @param rows below the header
 * @param columns of any row
 * @param cell characters of one cell; more make the row a fault
 */
public record SheetLimits(int bytes, int unpackedBytes, int rows, int columns, int cell) {
    /** For what a person uploads: well within the memory of a service. */
    public static final SheetLimits UPLOAD = new SheetLimits(4 << 20, 32 << 20, 50_000, 100, 4_000);
}
