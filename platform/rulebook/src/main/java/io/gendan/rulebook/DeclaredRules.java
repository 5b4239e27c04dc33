package io.gendan.rulebook;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rules that the code reads: the constants of the rule classes, one class per area of work. */
final class DeclaredRules {

    private static final List<Class<?>> AREAS = List.of(
            IntakeRules.class,
            QuoteRules.class,
            ContractRules.class,
            FulfillmentRules.class,
            SettlementRules.class,
            AftersalesRules.class,
            ReviewRules.class,
            StaffRules.class,
            RegisterRules.class);

    private DeclaredRules() {}

    static List<Rule<?>> all() {
        List<Rule<?>> rules = new ArrayList<>();
        AREAS.stream().flatMap(DeclaredRules::constants).forEach(rules::add);
        return rules;
    }

    private static Stream<Rule<?>> constants(Class<?> area) {
        return Arrays.stream(area.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Rule.class)
                .map(DeclaredRules::value);
    }

    private static Rule<?> value(Field constant) {
        try {
            return (Rule<?>) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
