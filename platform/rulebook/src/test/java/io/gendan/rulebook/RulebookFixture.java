package io.gendan.rulebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small rulebooks written in the test that needs them. */
final class RulebookFixture {

    static final Rule<Limit> ANSWER = Rule.of("desk.answer", Limit.class);

    static final KnownCodes CODES =
            new KnownCodes(Set.of("INT-05", "PER-16"), Set.of("SALES", "HEAD"), Set.of("furniture", "trade"));

    /** Regulation 900 with one clause; a test adds its rules below. */
    static final String REGULATION = """
            regulation:
              id: "900"
              title: {zh: 值班规定, en: Desk duty}
              version: 1
              effectiveFrom: 2026-01-01
            clauses:
              - number: "1.1"
                text: {zh: 及时答复。, en: Answer in time.}
            """;

    static final String ANSWER_RULE = """
            rules:
              - key: desk.answer
                clause: "1.1"
                effect: set-deadline
                requirements: [INT-05]
                parameters:
                  limit: {type: duration, default: 2 wh}
            """;

    private RulebookFixture() {}

    static Rulebook rulebook(String rules) {
        return read(List.of(ANSWER), REGULATION + rules);
    }

    static Rulebook read(List<Rule<?>> declared, String... files) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String file : files) {
            named.put("file-" + (named.size() + 1) + ".yaml", file);
        }
        return new RulebookReader(declared, CODES).read(named);
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
