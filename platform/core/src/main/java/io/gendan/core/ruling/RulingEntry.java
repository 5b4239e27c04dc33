package io.gendan.core.ruling;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.rulebook.Effect;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import org.hibernate.annotations.Immutable;

/** A stored ruling: rule, version, clause, inputs and outcome of one evaluation. Rows are only ever added. */
@Entity
@Immutable
@Table(name = "ruling")
class RulingEntry {
    @Id
    private UUID id;

    private String rule;

    @Column(name = "rule_version")
    private int version;

    private String profile;
    private String unit;
    private String regulation;
    private String clause;

    @Enumerated(EnumType.STRING)
    private Effect effect;

    private String condition;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "record_id")
    private UUID recordId;

    @Json
    private Map<String, Object> inputs;

    private String actor;
    private Instant at;

    protected RulingEntry() {}

    RulingEntry(Ruling ruling) {
        id = ruling.id();
        rule = ruling.rule();
        version = ruling.version();
        profile = ruling.scope().profile();
        unit = ruling.scope().unit();
        regulation = ruling.regulation();
        clause = ruling.clause();
        effect = ruling.effect();
        condition = ruling.condition();
        outcome = ruling.outcome();
        recordType = ruling.recordType();
        recordId = ruling.recordId();
        inputs = ruling.inputs();
        actor = ruling.actor();
        at = ruling.at();
    }

    Ruling toRuling() {
        return new Ruling(
                id,
                rule,
                version,
                Scope.of(profile, unit),
                regulation,
                clause,
                effect,
                condition,
                outcome,
                recordType,
                recordId,
                inputs,
                actor,
                at);
    }
}
