package io.gendan.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a rule that no code reads yet: checked against their declared types, without a record of their own. */
public record PlainParameters(Map<String, Object> values) {

    public PlainParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
