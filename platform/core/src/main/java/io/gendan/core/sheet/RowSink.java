package io.gendan.core.sheet;

import java.util.List;

/** Takes the rows of a file one by one, the header first; empty ones are left out. */
interface RowSink {
    /**
     * @param cells as texts; an empty one is an empty text
     * @param faults of single cells, by their place from 0; a row with any is not taken
     */
    void row(long line, List<String> cells, List<CellFault> faults);

    record CellFault(int column, String code) {}
}
