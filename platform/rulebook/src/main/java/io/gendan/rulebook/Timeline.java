package io.gendan.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every version of one rule: the company's, and those of the profiles and units that differ from it. */
final class Timeline<P extends Record> {

    private final Rule<P> rule;
    private final Line<P> company;
    private final Map<String, Line<P>> profiles;
    private final Map<String, Line<P>> units;

    private Timeline(Rule<P> rule, Line<P> company, Map<String, Line<P>> profiles, Map<String, Line<P>> units) {
        this.rule = rule;
        this.company = company;
        this.profiles = profiles;
        this.units = units;
    }

    Rule<P> rule() {
        return rule;
    }

    /** The most specific version in force: profile before unit before company. */
    RuleVersion<P> at(Scope scope, Instant at) {
        RuleVersion<P> found = find(profiles, scope.profile(), at);
        if (found == null) found = find(units, scope.unit(), at);
        if (found == null) found = company.at(at);
        if (found == null) throw new RuleNotInForce(rule.key(), at);
        return found;
    }

    Stream<RuleVersion<P>> versions() {
        return Stream.of(Stream.of(company), profiles.values().stream(), units.values().stream())
                .flatMap(lines -> lines)
                .flatMap(line -> line.versions.stream());
    }

    private RuleVersion<P> find(Map<String, Line<P>> lines, String name, Instant at) {
        Line<P> line = name == null ? null : lines.get(name);
        return line == null ? null : line.at(at);
    }

    /** Versions of one scope, in the order in which they take effect. */
    private record Line<P extends Record>(List<RuleVersion<P>> versions) {

        RuleVersion<P> at(Instant at) {
            for (int i = versions.size() - 1; i >= 0; i--) { // mostly one, seldom more than a few
                RuleVersion<P> version = versions.get(i);
                if (!at.isBefore(version.effectiveFrom())) return version;
            }
            return null;
        }
    }

    static final class Builder<P extends Record> {

        /** One version of a rule as a file states it: the default and what differs from it. */
        record Stated<P extends Record>(
                RuleVersion<P> company, Map<String, RuleVersion<P>> profiles, Map<String, RuleVersion<P>> units) {}

        private final Rule<P> rule;
        private final List<Stated<P>> stated = new ArrayList<>();

        Builder(Rule<P> rule) {
            this.rule = rule;
        }

        void add(Stated<P> version) {
            stated.add(version);
        }

        List<RuleVersion<P>> companyVersions() {
            return stated.stream().map(Stated::company).toList();
        }

        Timeline<P> build() {
            stated.sort(Comparator.comparing(version -> version.company().effectiveFrom()));
            return new Timeline<>(
                    rule,
                    new Line<>(companyVersions()),
                    lines(stated.stream().map(Stated::profiles).toList()),
                    lines(stated.stream().map(Stated::units).toList()));
        }

        /** A version states the rule anew as a whole: where it names no exception, an earlier exception ends. */
        private Map<String, Line<P>> lines(List<Map<String, RuleVersion<P>>> exceptions) {
            Map<String, List<RuleVersion<P>>> byName = new HashMap<>();
            for (int i = 0; i < exceptions.size(); i++) {
                RuleVersion<P> fallback = stated.get(i).company();
                Map<String, RuleVersion<P>> here = exceptions.get(i);
                byName.forEach((name, line) -> line.add(here.getOrDefault(name, fallback)));
                here.forEach((name, version) -> byName.computeIfAbsent(name, _ -> new ArrayList<>(List.of(version))));
            }
            Map<String, Line<P>> lines = new HashMap<>();
            byName.forEach((name, line) -> lines.put(name, new Line<>(List.copyOf(line))));
            return Map.copyOf(lines);
        }
    }
}
