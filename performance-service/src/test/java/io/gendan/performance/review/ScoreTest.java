package io.gendan.performance.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.gendan.performance.review.Figures.Count;
import io.gendan.rulebook.ReviewPeriod;
import io.gendan.rulebook.ReviewRules;
import io.gendan.rulebook.ReviewRules.Kpi;
import io.gendan.rulebook.ReviewRules.KpiSet;
import io.gendan.rulebook.ReviewRules.Period;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTest {
    private static final KpiSet KPI_SET = Rulebook.load()
            .inForce(ReviewRules.KPI_SET, Scope.COMPANY, Instant.parse("2026-11-21T04:00:00Z"))
            .parameters();

    @Test
    @Requirement({"PER-01", "PER-02", "PER-03", "PER-10", "PER-20"})
    void aSellersScoreWeighsHisPoints() {
        var figures = new Figures(Map.of(
                Measure.ORDERS_CONFIRMED, count(10, null),
                Measure.ORDERS_RELEASED, count(7, null),
                Measure.RELEASED_WITH_ERROR, count(1, null),
                Measure.VISITS_RATED, count(3, "13"),
                Measure.COMPLAINTS, count(1, null)));

        var kpis = kpis("SALES", figures);

        assertThat(kpis)
                .extracting(KpiResult::kpi, KpiResult::value, KpiResult::points)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("orders-taken", decimal("10"), decimal("50.00")),
                        org.assertj.core.groups.Tuple.tuple("order-accuracy", decimal("85.71"), decimal("87.46")),
                        org.assertj.core.groups.Tuple.tuple("customer-satisfaction", decimal("4.33"), decimal("96.22")),
                        org.assertj.core.groups.Tuple.tuple("valid-complaints", decimal("1"), decimal("75.00")));
        // (30 × 50.00 + 30 × 87.46 + 25 × 96.22 + 15 × 75.00) ÷ 100 = 76.543
        assertThat(KPI_SET.score("SALES", KpiResult.measured(kpis))).contains(decimal("76.54"));
    }

    @Test
    @Requirement("PER-08")
    void aRateWithoutAnyCaseIsLeftOutAndTheOtherWeightsScaledUp() {
        var figures = new Figures(Map.of(
                Measure.ORDERS_FOLLOWED, count(4, null),
                Measure.FOLLOWED_ORDERS_COMPLETED, count(3, null)));

        var kpis = kpis("MERCH", figures);

        assertThat(kpis).extracting(KpiResult::value).containsExactly(decimal("75.00"), null, null, decimal("0"));
        // 75 of 95 are 78.95 points; (25 × 78.95 + 15 × 100.00) ÷ 40 = 86.84375
        assertThat(KPI_SET.score("MERCH", KpiResult.measured(kpis))).contains(decimal("86.84"));
    }

    @Test
    @Requirement("PER-01")
    void customerServiceAndAfterSalesAreMeasuredByHandledRequests() {
        var figures = new Figures(Map.of(
                Measure.ORDERS_CONFIRMED, count(1, null),
                Measure.INQUIRIES_ANSWERED, count(2, null),
                Measure.TICKETS_CLOSED, count(3, null)));

        assertThat(figures.value(Kpi.ORDERS_TAKEN, "SALES")).contains(decimal("1"));
        assertThat(figures.value(Kpi.ORDERS_TAKEN, "CS")).contains(decimal("2"));
        assertThat(figures.value(Kpi.ORDERS_TAKEN, "ASREP")).contains(decimal("3"));
    }

    @Test
    void halvesAreRoundedUp() {
        var figures = new Figures(Map.of(Measure.VISITS_RATED, count(200, "901"))); // 4.505

        assertThat(figures.value(Kpi.CUSTOMER_SATISFACTION, "SALES")).contains(decimal("4.51"));
    }

    @Test
    void withoutAnyValueThereIsNoScore() {
        assertThat(KPI_SET.score("SALES", Map.of())).isEmpty();
    }

    @Test
    @Requirement("PER-18")
    void periodsAreReadAfterTheCycle() {
        assertThat(ReviewPeriod.parse("2026-Q4", Period.QUARTER))
                .contains(new ReviewPeriod("2026-Q4", LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1)));
        assertThat(ReviewPeriod.parse("2026-H2", Period.HALF_YEAR))
                .contains(new ReviewPeriod("2026-H2", LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1)));
        assertThat(ReviewPeriod.parse("2026-12", Period.MONTH))
                .contains(new ReviewPeriod("2026-12", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1)));
        assertThat(ReviewPeriod.parse("2026", Period.YEAR))
                .contains(new ReviewPeriod("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
        assertThat(ReviewPeriod.parse("2026-Q5", Period.QUARTER)).isEmpty();
        assertThat(ReviewPeriod.parse("2026-12", Period.QUARTER)).isEmpty();
    }

    private static List<KpiResult> kpis(String role, Figures figures) {
        return KPI_SET.of(role).stream()
                .map(target -> KpiResult.of(target, figures))
                .toList();
    }

    private static Count count(long cases, String total) {
        return new Count(cases, cases, total == null ? BigDecimal.ZERO : decimal(total));
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
