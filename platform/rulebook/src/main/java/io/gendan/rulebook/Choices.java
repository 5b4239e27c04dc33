package io.gendan.rulebook;

import java.util.List;

/** The values among which somebody may choose. */
public record Choices(List<String> values) {

    public Choices {
        Check.notEmpty("values", values);
    }

    public boolean offers(String value) {
        return values.contains(value);
    }
}
