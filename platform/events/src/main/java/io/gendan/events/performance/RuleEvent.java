package io.gendan.events.performance;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** The rule register (requirements (c), Rule version; SUP-13, SUP-18), keyed by version. */
@Topic("performance.rules")
public sealed interface RuleEvent extends DomainEvent {
    /**
     * A version of a rule was published. It is complete and never changes: the compacted topic holds every one.
     *
     * @param rule key of the rule
     * @param version counted over all scopes of the rule
     * @param profile whom it is for, with {@code unit}: one of them, or neither for the company
     * @param values every parameter as regulations write them; null ends the exception of the scope
     * @param effectiveFrom when it begins to govern acts
     */
    @JsonTypeName("performance.rule.published.v1")
    record RulePublished(
            UUID versionId,
            String rule,
            int version,
            String profile,
            String unit,
            JsonNode values,
            Instant effectiveFrom,
            String reason,
            String publishedBy,
            Instant occurredAt)
            implements RuleEvent {}

    UUID versionId();

    @Override
    default UUID aggregateId() {
        return versionId();
    }
}
