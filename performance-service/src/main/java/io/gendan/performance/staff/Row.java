package io.gendan.performance.staff;

import java.util.Map;

/** A row of a file, by what it is about. */
interface Row {
    long line();

    /** Null where the row does not say it. */
    String key();

    /** What is on record of what the row is about, or null. */
    default <D> D onRecord(Map<String, D> known) {
        return key() == null ? null : known.get(key());
    }
}
