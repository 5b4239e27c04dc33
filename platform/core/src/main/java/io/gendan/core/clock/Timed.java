package io.gendan.core.clock;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;

/**
 * What happens to a kind of record by itself when its time has come: it expires, is missed, is asked about. Found and
 * carried out by {@link Timekeeper}.
 */
public interface Timed<A extends Aggregate> {
    Class<A> kind();

    /** When a record's time comes: the path of an instant in it, null as long as nothing is to happen. */
    String moment();

    /** What else has to be so, in the query language of entities; nothing else by default. */
    default String condition() {
        return "1 = 1";
    }

    /** How many may share a transaction: one where striking waits for an answer from elsewhere. */
    default int together() {
        return 50;
    }

    /**
     * Does it, at most once for each moment, in a transaction which it may share with other records and which is tried again
     * for this one alone where it fails. It has to leave the record with no moment, a later one, or outside the condition.
     */
    void strike(A record, Act act);
}
