package io.gendan.performance.staff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is ordered above one another without loops or gaps: people under superiors (ORG-11), units under units. */
final class Hierarchy {
    /** A row of a file that names what stands above it; null at the top. */
    interface Placed {
        long line();

        String key();

        String above();
    }

    private final String field;
    private final Map<String, String> stored;

    /**
     * @param field the column that names what stands above
     * @param stored what stands above each of those already stored, null at the top
     */
    Hierarchy(String field, Map<String, String> stored) {
        this.field = field;
        this.stored = stored;
    }

    /**
     * Takes out of the rows those that would leave a gap or close a loop, and says why. To take one out may leave
     * another without its superior; this goes on until the rest stands.
     */
    <R extends Placed> List<RowFault> settle(Map<String, R> rows) {
        var faults = new ArrayList<RowFault>();
        boolean takenOut;
        do {
            takenOut = takeOut(rows, row -> !known(row.above(), rows), "does-not-exist", faults);
            takenOut |= takeOut(rows, row -> loops(row, rows), "closes-a-loop", faults);
        } while (takenOut);
        return faults;
    }

    private <R extends Placed> boolean takeOut(
            Map<String, R> rows, Predicate<R> wrong, String code, List<RowFault> faults) {
        List<R> found = rows.values().stream().filter(wrong).toList();
        found.forEach(row -> {
            rows.remove(row.key());
            faults.add(new RowFault(row.line(), field, code));
        });
        return !found.isEmpty();
    }

    private boolean known(String above, Map<String, ? extends Placed> rows) {
        return above == null || rows.containsKey(above) || stored.containsKey(above);
    }

    private boolean loops(Placed row, Map<String, ? extends Placed> rows) {
        var passed = new HashSet<String>();
        String next = row.above();
        while (next != null && passed.add(next)) {
            if (next.equals(row.key())) return true;
            Placed above = rows.get(next);
            next = above == null ? stored.get(next) : above.above();
        }
        return false;
    }
}
