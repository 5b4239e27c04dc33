package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.gendan.core.sheet.RowFault;

/**
 * Takes out of the rows of a file those that would break the structure of the company, and says why. To take one out may
 * break it elsewhere; this goes on until the rest stands.
 *
 * @param isAbout whether a row has brought a fault about
 */
record Settling<R extends Row>(Structure before, Function<Map<String, R>, Structure> after, IsAbout<R> isAbout) {
    interface IsAbout<R> {
        boolean test(R row, StructureFault fault);
    }

    List<RowFault> settle(Map<String, R> rows, LocalDate day) {
        var faults = new ArrayList<RowFault>();
        while (!rows.isEmpty()) {
            Structure left = after.apply(rows);
            var broken = left.brokenSince(before, Structures.days(before, left, day));
            if (broken.isEmpty()) break;
            var takenOut = new LinkedHashMap<String, R>();
            for (StructureFault fault : broken)
                for (R row : blamed(fault, rows.values())) {
                    takenOut.put(row.key(), row);
                    faults.add(new RowFault(
                            row.line(),
                            StaffRow.column(fault.kind().field),
                            fault.kind().code,
                            fault.arguments().toArray()));
                }
            takenOut.keySet().forEach(rows::remove);
        }
        return faults.stream().distinct().toList();
    }

    /** The row about the person or unit itself, else those that have to do with it, else all. */
    private List<R> blamed(StructureFault fault, Collection<R> rows) {
        List<R> own = rows.stream()
                .filter(row -> row.key().equals(fault.person() == null ? fault.unit() : fault.person()))
                .toList();
        if (!own.isEmpty()) return own;
        List<R> concerned =
                rows.stream().filter(row -> isAbout.test(row, fault)).toList();
        return concerned.isEmpty() ? List.copyOf(rows) : concerned;
    }
}
