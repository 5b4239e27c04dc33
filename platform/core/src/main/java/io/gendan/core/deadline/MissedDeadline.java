package io.gendan.core.deadline;

import java.util.UUID;

import io.gendan.core.act.Act;

/** Told, in the transaction that finds it, that a deadline of a record of this type was missed; once for each. */
public interface MissedDeadline {
    /** As {@link io.gendan.core.store.Aggregate#recordType()} says it. */
    String recordType();

    void missed(UUID recordId, String code, Act act);
}
