package io.gendan.core.sheet;

import java.util.List;

import jakarta.ws.rs.core.MediaType;

/** The kinds of files that tables come and go in. */
public enum SheetFormat {
    CSV(SheetFormat.CSV_TYPE, "csv"),
    XLSX(SheetFormat.XLSX_TYPE, "xlsx");

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final String extension;

    SheetFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** @param sent null where nothing says so; what is not a workbook is taken for CSV */
    public static SheetFormat of(MediaType sent) {
        return sent != null && sent.isCompatible(MediaType.valueOf(XLSX_TYPE)) ? XLSX : CSV;
    }

    /** @param acceptable what the caller would take, best first; CSV where nothing says otherwise */
    public static SheetFormat accepted(List<MediaType> acceptable) {
        return acceptable.stream()
                .filter(type -> !type.isWildcardType())
                .findFirst()
                .map(SheetFormat::of)
                .orElse(CSV);
    }

    public String mediaType() {
        return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /** A header by which a browser saves the file under this name. */
    public String disposition(String name) {
        return "attachment; filename=\"" + name + "." + extension + "\"";
    }
}
