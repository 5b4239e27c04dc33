package io.gendan.performance.staff;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.sheet.SheetFormat;
import io.gendan.core.sheet.SheetWriter;

/** The register as files that {@link Imports} reads back. */
@ApplicationScoped
@Transactional
class Exports {
    @Inject
    Structures structures;

    byte[] people(SheetFormat format) {
        return file(
                format, StaffRow.EXPORTED, new TreeMap<>(structures.present().people()), StaffRow::exported);
    }

    byte[] units(SheetFormat format) {
        return file(format, UnitRow.EXPORTED, new TreeMap<>(structures.present().units()), UnitRow::exported);
    }

    private static <D> byte[] file(
            SheetFormat format,
            List<String> columns,
            TreeMap<String, D> rows,
            BiFunction<String, D, List<String>> exported) {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.to(out, format, columns)) {
            rows.forEach((key, details) -> writer.row(exported.apply(key, details)));
        }
        return out.toByteArray();
    }
}
