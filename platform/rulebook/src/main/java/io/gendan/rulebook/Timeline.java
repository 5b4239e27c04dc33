package io.gendan.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every version of one rule: the company's, and those of the profiles and units that differ from it. */
final class Timeline<P extends Record> {

    private final Rule<P> rule;
    private final ParameterShape<P> shape;
    private final Map<Scope, List<Entry<P>>> lines;

    private Timeline(Rule<P> rule, ParameterShape<P> shape, Map<Scope, List<Entry<P>>> lines) {
        this.rule = rule;
        this.shape = shape;
        this.lines = lines;
    }

    Rule<P> rule() {
        return rule;
    }

    ParameterShape<P> shape() {
        return shape;
    }

    /** The most specific version in force: profile before unit before company. */
    RuleVersion<P> at(Scope scope, Instant at) {
        RuleVersion<P> found = scope.profile() == null ? null : find(Scope.of(scope.profile(), null), at);
        if (found == null && scope.unit() != null) found = find(Scope.of(null, scope.unit()), at);
        if (found == null) found = find(Scope.COMPANY, at);
        if (found == null) throw new RuleNotInForce(rule.key(), at);
        return found;
    }

    /** The version of this number and scope; a number may stand for the company and its exceptions at once. */
    Optional<RuleVersion<P>> numbered(int version, Scope scope) {
        return versions()
                .filter(v -> v.version() == version && v.scope().equals(scope))
                .findFirst();
    }

    Stream<RuleVersion<P>> versions() {
        return lines.values().stream().flatMap(List::stream).map(Entry::version).filter(Objects::nonNull);
    }

    /** This rule with a version more, for the scope it names. */
    Timeline<P> amended(Amendment amendment) {
        RuleVersion<P> base = lines.get(Scope.COMPANY).getLast().version();
        RuleVersion<P> version = amendment.endsException()
                ? null
                : new RuleVersion<>(
                        rule.key(),
                        amendment.version(),
                        amendment.scope(),
                        base.clause(),
                        base.effect(),
                        shape.read(amendment.values()),
                        amendment.values(),
                        base.requirements(),
                        amendment.effectiveFrom());
        Map<Scope, List<Entry<P>>> amended = new HashMap<>(lines);
        List<Entry<P>> line = new ArrayList<>(lines.getOrDefault(amendment.scope(), List.of()));
        line.add(new Entry<>(amendment.effectiveFrom(), amendment.version(), version));
        line.sort(Entry.IN_FORCE_LAST);
        amended.put(amendment.scope(), List.copyOf(line));
        return new Timeline<>(rule, shape, Map.copyOf(amended));
    }

    private RuleVersion<P> find(Scope scope, Instant at) {
        List<Entry<P>> line = lines.get(scope);
        if (line == null) return null;
        for (int i = line.size() - 1; i >= 0; i--) { // mostly one, seldom more than a few
            Entry<P> entry = line.get(i);
            if (!at.isBefore(entry.from())) return entry.version();
        }
        return null;
    }

    /** @param version null where an exception ends, so that what is less specific governs again */
    private record Entry<P extends Record>(Instant from, int number, RuleVersion<P> version) {
        static final Comparator<Entry<?>> IN_FORCE_LAST =
                Comparator.<Entry<?>, Instant>comparing(Entry::from).thenComparing(Entry::number);
    }

    static final class Builder<P extends Record> {

        /** One version of a rule as a file states it: the default and what differs from it. */
        record Stated<P extends Record>(RuleVersion<P> company, List<RuleVersion<P>> exceptions) {
            private Set<Scope> scopes() {
                Set<Scope> scopes = new HashSet<>();
                exceptions.forEach(exception -> scopes.add(exception.scope()));
                return scopes;
            }
        }

        private final Rule<P> rule;
        private final List<Stated<P>> stated = new ArrayList<>();
        private ParameterShape<P> shape;

        Builder(Rule<P> rule) {
            this.rule = rule;
        }

        void add(Stated<P> version, ParameterShape<P> shape) {
            stated.add(version);
            this.shape = shape;
        }

        List<RuleVersion<P>> companyVersions() {
            return stated.stream().map(Stated::company).toList();
        }

        /** A version states the rule anew as a whole: where it names no exception, an earlier exception ends. */
        Timeline<P> build() {
            stated.sort(Comparator.comparing(version -> version.company().effectiveFrom()));
            Map<Scope, List<Entry<P>>> lines = new HashMap<>();
            for (Stated<P> version : stated) {
                Set<Scope> ended = new HashSet<>(lines.keySet());
                ended.removeAll(version.scopes());
                ended.remove(Scope.COMPANY);
                ended.forEach(scope -> add(lines, scope, version.company(), null));
                add(lines, Scope.COMPANY, version.company(), version.company());
                version.exceptions().forEach(exception -> add(lines, exception.scope(), exception, exception));
            }
            lines.replaceAll((_, line) -> Collections.unmodifiableList(line));
            return new Timeline<>(rule, shape, Map.copyOf(lines));
        }

        private void add(Map<Scope, List<Entry<P>>> lines, Scope scope, RuleVersion<P> dated, RuleVersion<P> version) {
            lines.computeIfAbsent(scope, _ -> new ArrayList<>())
                    .add(new Entry<>(dated.effectiveFrom(), dated.version(), version));
        }
    }
}
