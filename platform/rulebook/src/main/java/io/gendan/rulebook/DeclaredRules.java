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
            PeopleRules.class,
            RegisterRules.class,
            SecurityRules.class);

    private DeclaredRules() {}

    static List<Rule<?>> all() {
        List<Rule<?>> rules = new ArrayList<>();
        for (Class<?> area : AREAS) constants(area, Rule.class).forEach(rules::add);
        return rules;
    }

    static List<Evaluation<?>> evaluations() {
        List<Evaluation<?>> evaluations = new ArrayList<>();
        for (Class<?> area : AREAS) {
            constants(area, Condition.class).forEach(evaluations::add);
            constants(area, Finding.class).forEach(evaluations::add);
        }
        return evaluations;
    }

    private static <T> Stream<T> constants(Class<?> area, Class<T> type) {
        return Arrays.stream(area.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> type.cast(value(field)));
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
