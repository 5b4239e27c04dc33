package io.gendan.events.performance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.events.DomainEvent;
import io.gendan.events.Topic;

/** The rule register (requirements (c), Rule version; SUP-13, SUP-17, SUP-18). Nothing here is ever taken back. */
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

    /**
     * A published version has to be read, and that confirmed, by whoever has one of these roles within its scope.
     *
     * @param effectiveFrom when the version begins to govern acts
     */
    @JsonTypeName("performance.rule.reading-required.v1")
    record ReadingRequired(
            UUID versionId,
            String rule,
            int version,
            String profile,
            String unit,
            Set<String> roles,
            Instant effectiveFrom,
            Instant occurredAt)
            implements RuleEvent {
        @Override
        public UUID key() {
            return keyOf("reading " + versionId);
        }
    }

    /** Somebody confirmed having read a version. */
    @JsonTypeName("performance.rule.reading-confirmed.v1")
    record ReadingConfirmed(UUID versionId, String username, Instant occurredAt) implements RuleEvent {
        @Override
        public UUID key() {
            return keyOf(versionId + " " + username);
        }
    }

    UUID versionId();

    /** The compacted topic keeps the last message of each key, and all of these are to stay. */
    private static UUID keyOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    default UUID aggregateId() {
        return versionId();
    }
}
