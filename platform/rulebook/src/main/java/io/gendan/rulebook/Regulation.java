package io.gendan.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A written regulation of the company and its clauses, as far as rules or citations need them. */
public record Regulation(
        String id, Map<String, String> title, int version, Instant effectiveFrom, List<Clause> clauses) {

    public Regulation {
        title = Map.copyOf(title);
        clauses = List.copyOf(clauses);
    }

    /** The title in the reader's language, Chinese for every language but English. */
    public String title(Locale locale) {
        return title.get(Language.of(locale));
    }
}
