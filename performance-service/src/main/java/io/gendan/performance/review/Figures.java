package io.gendan.performance.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.core.security.Roles;
import io.gendan.rulebook.ReviewRules.Kpi;

/**
 * What was counted for one person in a review, and the KPIs that follow from it. Every value is exact until it is
 * rounded once, half up to two places:
 *
 * <table>
 * <caption>KPIs</caption>
 * <tr><th>KPI<th>value
 * <tr><td>orders taken<td>orders confirmed by him as order taker; for CS inquiries answered, for ASREP tickets closed; not rounded
 * <tr><td>order accuracy<td>100 × (released − released with an own error) ÷ released. Own is, for the order taker, a
 * correction with the cause ORDER_TAKER attributed to him, up to the moment of freezing; for a merchandiser any
 * correction attributed to him of an order he follows. An order with several corrections counts once
 * <tr><td>customer satisfaction<td>sum of ratings ÷ number of ratings
 * <tr><td>completion rate<td>100 × completed in the period ÷ confirmed in the period; for a merchandiser ÷ released in
 * the period. It may exceed 100
 * <tr><td>on-time delivery rate<td>100 × received without delay ÷ received
 * <tr><td>valid complaints<td>well-founded complaints caused by him; not rounded
 * </table>
 *
 * A rate or mean without any case has no value. A count without any case is 0.
 */
record Figures(Map<Measure, Count> counts) {
    static final Figures NONE = new Figures(Map.of());
    static final int SCALE = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param cases how many there are
     * @param inOrder how many of them were in order
     * @param total sum of their values
     */
    record Count(long cases, long inOrder, BigDecimal total) {
        static final Count ZERO = new Count(0, 0, BigDecimal.ZERO);
    }

    Optional<BigDecimal> value(Kpi kpi, String role) {
        List<Measure> of = measures(kpi, role);
        return switch (kpi) {
            case ORDERS_TAKEN, VALID_COMPLAINTS -> Optional.of(BigDecimal.valueOf(cases(of.getFirst())));
            case ORDER_ACCURACY -> percent(cases(of.getFirst()) - cases(of.getLast()), cases(of.getFirst()));
            case COMPLETION_RATE -> percent(cases(of.getLast()), cases(of.getFirst()));
            case ON_TIME_DELIVERY_RATE -> percent(count(of.getFirst()).inOrder(), cases(of.getFirst()));
            case CUSTOMER_SATISFACTION -> ratio(count(of.getFirst()).total(), cases(of.getFirst()));
        };
    }

    /** How many cases the value rests on: those it is divided by, or that are counted. */
    long cases(Kpi kpi, String role) {
        return cases(measures(kpi, role).getFirst());
    }

    /** What a KPI is made of; where it is a rate, first what is divided by. */
    static List<Measure> measures(Kpi kpi, String role) {
        boolean follows = role.equals(Roles.MERCH);
        return switch (kpi) {
            case ORDERS_TAKEN ->
                List.of(
                        switch (role) {
                            case Roles.CS -> Measure.INQUIRIES_ANSWERED;
                            case Roles.ASREP -> Measure.TICKETS_CLOSED;
                            default -> Measure.ORDERS_CONFIRMED;
                        });
            case ORDER_ACCURACY ->
                follows
                        ? List.of(Measure.ORDERS_FOLLOWED, Measure.FOLLOWED_WITH_ERROR)
                        : List.of(Measure.ORDERS_RELEASED, Measure.RELEASED_WITH_ERROR);
            case COMPLETION_RATE ->
                follows
                        ? List.of(Measure.ORDERS_FOLLOWED, Measure.FOLLOWED_ORDERS_COMPLETED)
                        : List.of(Measure.ORDERS_CONFIRMED, Measure.ORDERS_COMPLETED);
            case CUSTOMER_SATISFACTION -> List.of(Measure.VISITS_RATED);
            case ON_TIME_DELIVERY_RATE -> List.of(Measure.SHIPMENTS_RECEIVED);
            case VALID_COMPLAINTS -> List.of(Measure.COMPLAINTS);
        };
    }

    private Count count(Measure measure) {
        return counts.getOrDefault(measure, Count.ZERO);
    }

    private long cases(Measure measure) {
        return count(measure).cases();
    }

    private static Optional<BigDecimal> percent(long part, long whole) {
        return ratio(HUNDRED.multiply(BigDecimal.valueOf(part)), whole);
    }

    private static Optional<BigDecimal> ratio(BigDecimal sum, long cases) {
        return cases == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(cases), SCALE, RoundingMode.HALF_UP));
    }
}
