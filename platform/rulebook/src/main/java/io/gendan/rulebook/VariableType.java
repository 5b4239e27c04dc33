package io.gendan.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a variable of an expression holds. */
enum VariableType {
    TEXT,
    TEXTS,
    BOOLEAN,
    INTEGER,
    /** A decimal number, never a floating one: amounts are compared to the last digit. */
    NUMBER,
    MONEY;

    static Optional<VariableType> named(String yaml) {
        return Arrays.stream(values()).filter(type -> type.yaml().equals(yaml)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(VariableType::yaml).toList();
    }

    String yaml() {
        return RecordShape.yaml(this);
    }

    /** @throws FactMissing where the facts hold none of this name */
    Object of(Facts facts, String name) {
        return switch (this) {
            case TEXT -> facts.text(name);
            case TEXTS -> facts.texts(name);
            case BOOLEAN -> facts.flag(name);
            case INTEGER -> (long) facts.whole(name);
            case NUMBER, MONEY -> new Decimal(facts.amount(name));
        };
    }
}
