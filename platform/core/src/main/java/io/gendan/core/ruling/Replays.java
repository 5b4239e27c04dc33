package io.gendan.core.ruling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.rulebook.Evaluation;
import io.gendan.rulebook.FactMissing;
import io.gendan.rulebook.Facts;
import io.gendan.rulebook.KeptInputs;
import io.gendan.rulebook.Outcome;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Ruling;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks again what a ruling decided, with the inputs it kept: under its own version, or another (SUP-18). */
@ApplicationScoped
class Replays {
    /**
     * The decision, taken again.
     *
     * @param decidedUnder the version that decided
     * @param replayedUnder the version asked now; the same unless another was named
     * @param outcome of the replay
     * @param found what the rule marks or computes in the replay; empty for other rulings
     * @param due of a deadline, as the replay sets it; null for other rulings
     * @param same whether the replay comes to what the ruling says
     */
    record Replay(
            Ruling ruling,
            Version decidedUnder,
            Version replayedUnder,
            Outcome outcome,
            Map<String, Object> found,
            Instant due,
            boolean same) {
        Replay seenAt(KeptInputs.Level level) {
            return new Replay(
                    ruling.seenAt(level), decidedUnder, replayedUnder, outcome, Ruling.masked(found, level), due, same);
        }
    }

    /** @param values the parameters as regulations write them */
    record Version(
            int version,
            Scope scope,
            @Schema(implementation = Object.class) JsonNode values) {
        static Version of(RuleVersion<?> version) {
            return new Version(version.version(), version.scope(), version.values());
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    Rules rules;

    @Inject
    Calendars calendars;

    Ruling get(UUID id) {
        RulingEntry entry = entities.find(RulingEntry.class, id);
        if (entry == null) throw new Problem.NotFound("ruling", id);
        return entry.toRuling();
    }

    Replay replay(UUID id) {
        Ruling ruling = get(id);
        return replay(ruling, decidedBy(ruling), decidedBy(ruling));
    }

    Replay replayUnder(UUID id, int number, Scope scope) {
        Ruling ruling = get(id);
        var other = rules.current()
                .version(ruling.rule(), number, scope)
                .orElseThrow(() -> Problem.Invalid.field("version", "does-not-exist"));
        return replay(ruling, decidedBy(ruling), other);
    }

    private RuleVersion<?> decidedBy(Ruling ruling) {
        return rules.current()
                .version(ruling.rule(), ruling.version(), ruling.scope())
                .orElseThrow(() -> notReplayable(ruling));
    }

    private Replay replay(Ruling ruling, RuleVersion<?> decidedBy, RuleVersion<?> asked) {
        try {
            return ruling.outcome() == Outcome.DEADLINE_SET
                    ? deadline(ruling, decidedBy, asked)
                    : evaluation(ruling, decidedBy, asked);
        } catch (FactMissing tooLittleKept) {
            throw notReplayable(ruling);
        }
    }

    private Replay evaluation(Ruling ruling, RuleVersion<?> decidedBy, RuleVersion<?> asked) {
        Evaluation<?> evaluation = Evaluation.named(ruling.condition() == null ? "" : ruling.condition())
                .filter(known -> known.comparable() || asked == decidedBy)
                .orElseThrow(() -> notReplayable(ruling));
        Facts kept = Facts.of(ruling.inputs());
        Evaluation.Verdict verdict = evaluation.under(asked, kept);
        return new Replay(
                ruling,
                Version.of(decidedBy),
                Version.of(asked),
                verdict.outcome(),
                verdict.found().values(),
                null,
                verdict.outcome() == ruling.outcome() && verdict.found().agreeWith(kept));
    }

    private Replay deadline(Ruling ruling, RuleVersion<?> decidedBy, RuleVersion<?> asked) {
        if (!(asked.parameters() instanceof Span span)) throw notReplayable(ruling);
        Facts facts = Facts.of(ruling.inputs());
        Instant due = calendars.after(facts.instant("from"), span.time(), calendarOf(facts), edition(facts));
        boolean same =
                due.truncatedTo(ChronoUnit.MICROS).equals(facts.instant("due").truncatedTo(ChronoUnit.MICROS));
        return new Replay(ruling, Version.of(decidedBy), Version.of(asked), Outcome.DEADLINE_SET, Map.of(), due, same);
    }

    /** A deadline is counted on the calendar of the unit it was set for, with what was known of it then. */
    private static Scope calendarOf(Facts facts) {
        return Scope.of(
                facts.has("profile") ? facts.text("profile") : null, facts.has("unit") ? facts.text("unit") : null);
    }

    /** Rulings from before there was anything to know are taken again by the years on file. */
    private static long edition(Facts facts) {
        return facts.has("calendar") ? facts.whole("calendar") : 0;
    }

    /** It noted something that no finding says, or was made by a release that kept too little. */
    private static Problem notReplayable(Ruling ruling) {
        return new Problem.Unprocessable(
                "ruling-not-replayable",
                Map.of("rule", ruling.rule(), "outcome", ruling.outcome().name()));
    }
}
