package io.gendan.performance.staff;

/** A row of a file, by what it is about. */
interface Row {
    long line();

    String key();
}
