package io.gendan.system.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.gendan.local.People.Person;
import io.gendan.rulebook.ReviewRules;
import io.gendan.rulebook.ReviewRules.Kpi;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;

/**
 * The staff's scores straight from the input rows, without the product: what the product computes from its events has
 * to agree with them.
 */
final class ExpectedScores {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ExpectedScores() {}

    /** @param values measured value per KPI that has a case, in the KPI's unit */
    record Score(String username, Map<Kpi, BigDecimal> values, BigDecimal score, String grade) {}

    static Map<String, Score> of(List<DemoInput.Row> rows, List<Person> staff, Rulebook rulebook) {
        var now = java.time.Instant.now();
        var kpis = rulebook.inForce(ReviewRules.KPI_SET, Scope.COMPANY, now).parameters();
        var bands = rulebook.inForce(ReviewRules.BANDS, Scope.COMPANY, now).parameters();
        var scores = new LinkedHashMap<String, Score>();
        String ticketHandler = staff.stream()
                .filter(person -> person.roles().contains("ASREP"))
                .findFirst()
                .map(Person::username)
                .orElse("");
        for (Person person : staff) {
            var set = person.roles().stream()
                    .filter(kpis.roles()::contains)
                    .findFirst()
                    .map(kpis::of)
                    .orElse(List.of());
            if (set.isEmpty()) continue;
            Map<Kpi, BigDecimal> values = values(person, rows, person.username().equals(ticketHandler));
            BigDecimal weights = BigDecimal.ZERO;
            BigDecimal sum = BigDecimal.ZERO;
            for (var kpi : set) {
                BigDecimal value = values.get(kpi.kpi());
                if (value == null) continue;
                weights = weights.add(kpi.weight());
                sum = sum.add(kpi.weight().multiply(kpi.points(value)));
            }
            values.keySet().removeIf(kpi -> set.stream().noneMatch(k -> k.kpi() == kpi));
            BigDecimal score = weights.signum() == 0 ? null : sum.divide(weights, 2, RoundingMode.HALF_UP);
            scores.put(
                    person.username(),
                    new Score(person.username(), values, score, score == null ? null : bands.grade(score)));
        }
        return scores;
    }

    private static Map<Kpi, BigDecimal> values(Person person, List<DemoInput.Row> rows, boolean handlesTickets) {
        String name = person.username();
        boolean merchandiser = person.roles().contains("MERCH");
        Predicate<DemoInput.Row> mine = merchandiser
                ? row -> row.merchandiser().equals(name)
                : row -> row.orderTaker().equals(name);
        List<DemoInput.Row> own = rows.stream().filter(mine).toList();
        long confirmed = count(own, DemoInput.Row::isOrder);
        long released = count(own, DemoInput.Row::isReleased);
        long completed = count(own, DemoInput.Row::isCompleted);
        long answered = count(own, row -> row.outcome().equals("answered"));
        long tickets = count(rows, row -> row.isCompleted() && !row.complaint().equals("none"));
        long faulty = merchandiser ? 0 : count(own, row -> row.correction().equals("order-taker"));

        var values = new EnumMap<Kpi, BigDecimal>(Kpi.class);
        values.put(
                Kpi.ORDERS_TAKEN,
                BigDecimal.valueOf(
                        handlesTickets
                                ? tickets
                                : person.roles().contains("CS") ? answered : merchandiser ? 0 : confirmed));
        values.put(Kpi.VALID_COMPLAINTS, BigDecimal.valueOf(count(rows, row -> name.equals(row.atFault()))));
        if (released > 0) values.put(Kpi.ORDER_ACCURACY, percent(released - faulty, released));
        if (completed > 0) {
            long ratings = own.stream()
                    .filter(DemoInput.Row::isCompleted)
                    .mapToInt(DemoInput.Row::rating)
                    .sum();
            values.put(
                    Kpi.CUSTOMER_SATISFACTION,
                    BigDecimal.valueOf(ratings).divide(BigDecimal.valueOf(completed), 2, RoundingMode.HALF_UP));
            values.put(Kpi.ON_TIME_DELIVERY_RATE, HUNDRED.setScale(2));
        }
        long base = merchandiser ? released : confirmed;
        if (base > 0) values.put(Kpi.COMPLETION_RATE, percent(completed, base));
        return values;
    }

    private static long count(List<DemoInput.Row> rows, Predicate<DemoInput.Row> condition) {
        return rows.stream().filter(condition).count();
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
