package io.gendan.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** That a rule was evaluated and what came of it, on topic {@code <service>.rulings}, keyed by the record concerned. */
@Topic("{service}.rulings")
public sealed interface RulingEvent extends DomainEvent {
    /**
     * A ruling without its inputs: these stay with the service that made it, under their confidentiality level.
     *
     * @param recordId the record the rule was evaluated for
     * @param clause citation of the clause, for example {@code 000 §3.1}
     */
    @JsonTypeName("platform.ruling.made.v1")
    record RulingMade(
            UUID rulingId,
            String rule,
            int version,
            String clause,
            String outcome,
            String recordType,
            UUID recordId,
            String actor,
            Instant occurredAt)
            implements RulingEvent {}

    UUID rulingId();

    UUID recordId();

    @Override
    default UUID aggregateId() {
        return rulingId();
    }

    @Override
    default UUID key() {
        return recordId();
    }
}
