package io.gendan.core.ruling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.RuleEvent;
import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.Scope;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** This service's copy of the published versions of rules (SUP-13). */
@ApplicationScoped
public class Amendments {
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    @Inject
    Rules rules;

    @Inject
    Readings readings;

    @Incoming("performance-rules")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, RuleEvent.class, event -> {
            switch (event) {
                case RuleEvent.RulePublished published ->
                    keep(
                            published.versionId(),
                            new Amendment(
                                    published.rule(),
                                    published.version(),
                                    Scope.of(published.profile(), published.unit()),
                                    published.values() == null
                                                    || published.values().isNull()
                                            ? null
                                            : published.values(),
                                    published.effectiveFrom()));
                case RuleEvent.ReadingRequired required -> readings.require(required);
                case RuleEvent.ReadingConfirmed confirmed -> readings.confirm(confirmed);
            }
        });
        rules.refresh();
    }

    /** Keeps a version in the caller's transaction; one that is known already stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID id, Amendment amendment) {
        sql.run(
                "insert into rule_amendment (id, rule, version, profile, unit, rule_values, effective_from)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (id) do nothing",
                id,
                amendment.key(),
                amendment.version(),
                amendment.scope().profile(),
                amendment.scope().unit(),
                amendment.values() == null ? null : amendment.values().toString(),
                amendment.effectiveFrom());
    }

    /** How many there are: rows are only ever added, and their numbers may become visible out of turn. */
    @Transactional
    long count() {
        return sql.column(Long.class, "select count(*) from rule_amendment").getFirst();
    }

    @Transactional
    List<Amendment> all() {
        return sql.rows(
                this::amendment,
                "select rule, version, profile, unit, rule_values, effective_from from rule_amendment"
                        + " order by rule, version");
    }

    private Amendment amendment(ResultSet row) throws SQLException {
        String values = row.getString(5);
        try {
            return new Amendment(
                    row.getString(1),
                    row.getInt(2),
                    Scope.of(row.getString(3), row.getString(4)),
                    values == null ? null : json.readTree(values),
                    row.getObject(6, OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database holds no JSON: " + values, impossible);
        }
    }
}
