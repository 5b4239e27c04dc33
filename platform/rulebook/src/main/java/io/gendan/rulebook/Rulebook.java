package io.gendan.rulebook;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The regulations of the company as data. Immutable; asking it costs a lookup in a map, since everything is read,
 * checked and turned into parameter records when it is loaded.
 */
public final class Rulebook {

    private final List<Regulation> regulations;
    private final List<Clause> clauses;
    private final Map<String, Timeline<?>> rules;
    private final List<RuleVersion<?>> versions;

    Rulebook(List<Regulation> regulations, Map<String, Timeline<?>> rules) {
        this.regulations = List.copyOf(regulations);
        this.clauses = regulations.stream()
                .flatMap(regulation -> regulation.clauses().stream())
                .toList();
        this.rules = Map.copyOf(rules);
        Set<RuleVersion<?>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        rules.values().stream().flatMap(Timeline::versions).forEach(distinct::add);
        this.versions = List.copyOf(distinct);
    }

    /** Reads every rule file on the class path and checks it against the rules that the code reads. */
    public static Rulebook load() {
        return new RulebookReader(DeclaredRules.all(), KnownCodes.load()).read(RuleFiles.onClassPath());
    }

    /**
     * The version that governs an act at that moment and place; the most specific wins: profile, unit, company.
     *
     * @throws RuleNotInForce if the act lies before the first version
     */
    public <P extends Record> RuleVersion<P> inForce(Rule<P> rule, Scope scope, Instant at) {
        Timeline<?> timeline = rules.get(rule.key());
        if (timeline == null || timeline.rule() != rule && !timeline.rule().equals(rule)) {
            throw new IllegalArgumentException("The rulebook holds no rule %s with parameters %s"
                    .formatted(rule.key(), rule.parameters().getName()));
        }
        @SuppressWarnings("unchecked") // a timeline of an equal rule holds its parameter record
        Timeline<P> typed = (Timeline<P>) timeline;
        return typed.at(scope, at);
    }

    /**
     * The version that a ruling names.
     *
     * @param scope that of the version itself: the company, one profile or one unit
     */
    public Optional<RuleVersion<?>> version(String key, int version, Scope scope) {
        return Optional.ofNullable(rules.get(key)).flatMap(timeline -> timeline.numbered(version, scope));
    }

    /** What may be set in a rule; empty for a key that no rule has. */
    public List<Parameter> parameters(String key) {
        return rules.containsKey(key) ? rules.get(key).shape().parameters() : List.of();
    }

    /** What governs an act at that moment and place, of any rule by its key; empty for a key that no rule has. */
    public Optional<RuleVersion<?>> inForce(String key, Scope scope, Instant at) {
        return Optional.ofNullable(rules.get(key)).map(timeline -> timeline.at(scope, at));
    }

    /**
     * This rulebook and the versions the company has published since, in the order of their numbers.
     *
     * @throws ParametersInvalid if one of them does not fit its rule
     * @throws IllegalArgumentException if one is of a rule that this rulebook does not hold
     */
    public Rulebook amended(Collection<Amendment> amendments) {
        Map<String, Timeline<?>> amended = new HashMap<>(rules);
        amendments.stream()
                .sorted(Comparator.comparingInt(Amendment::version))
                .forEach(amendment -> amended.compute(amendment.key(), (key, timeline) -> {
                    if (timeline == null) throw new IllegalArgumentException("there is no rule " + key);
                    return timeline.amended(amendment);
                }));
        return new Rulebook(regulations, amended);
    }

    public Collection<Clause> clauses() {
        return clauses;
    }

    /** Every version of every rule, also those of single profiles and units. */
    public Collection<RuleVersion<?>> versions() {
        return versions;
    }

    public List<Regulation> regulations() {
        return regulations;
    }
}
