package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.rulebook.AftersalesRules.Urgency;
import io.gendan.rulebook.ReviewRules.Bands;
import io.gendan.rulebook.ReviewRules.Bands.Band;
import io.gendan.rulebook.ReviewRules.Direction;
import io.gendan.rulebook.ReviewRules.Kpi;
import io.gendan.rulebook.ReviewRules.KpiSet;
import io.gendan.rulebook.ReviewRules.KpiTarget;
import io.gendan.rulebook.ReviewRules.KpiUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.rulebook.IntakeRules.Complexity.COMPLEX;
import static io.gendan.rulebook.IntakeRules.Complexity.SIMPLE;
import static io.gendan.rulebook.RulebookFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the parameters of the company's own rules decide. */
class ParametersTest {

    private static final Rulebook RULEBOOK = Rulebook.load();

    private static <P extends Record> P parameters(Rule<P> rule) {
        return parameters(rule, Scope.COMPANY);
    }

    private static <P extends Record> P parameters(Rule<P> rule, Scope scope) {
        return RULEBOOK.inForce(rule, scope, at("2026-06-01T12:00+08:00")).parameters();
    }

    @ParameterizedTest
    @CsvSource({
        "L1, 50000, SIMPLE, true",
        "L1, 50000.01, SIMPLE, false",
        "L1, 1, COMPLEX, false",
        "L2, 200000, COMPLEX, true",
        "L2, 200000.01, SIMPLE, false"
    })
    void anOrderTakerConfirmsUpToTheAmountAndComplexityOfHisLevel(
            String level, BigDecimal amount, IntakeRules.Complexity complexity, boolean covered) {
        var authority = parameters(IntakeRules.authorityOfSales(level).orElseThrow());

        assertThat(authority.covers(amount, complexity)).isEqualTo(covered);
    }

    @Test
    void otherLevelsHaveNoAuthorityOfTheirOwn() {
        assertThat(IntakeRules.authorityOfSales("HEAD")).isEmpty();
        assertThat(IntakeRules.authorityOfSales(null)).isEmpty();
    }

    @Test
    void beyondTheSupervisorTheHeadDecidesAndBeyondHimTheLeader() {
        var supervisor = parameters(IntakeRules.AUTHORITY_SUPERVISOR);
        var head = parameters(IntakeRules.AUTHORITY_HEAD);

        assertThat(supervisor.covers(new BigDecimal("500000"))).isTrue();
        assertThat(supervisor.covers(new BigDecimal("500000.01"))).isFalse();
        assertThat(supervisor.above()).isEqualTo("HEAD");
        assertThat(head.covers(new BigDecimal("2000000"))).isTrue();
        assertThat(head.covers(new BigDecimal("2000000.01"))).isFalse();
        assertThat(head.above()).isEqualTo("LEAD");
    }

    @Test
    void amountOrProductClassMakesAnOrderComplex() {
        var rule = parameters(IntakeRules.COMPLEXITY);

        assertThat(rule.of(new BigDecimal("99999.99"), List.of("panel"))).isEqualTo(SIMPLE);
        assertThat(rule.of(new BigDecimal("100000"), List.of())).isEqualTo(COMPLEX);
        assertThat(rule.of(BigDecimal.ONE, List.of("panel", "custom-made"))).isEqualTo(COMPLEX);
    }

    @Test
    void leadTimesBelongToProductClasses() {
        assertThat(parameters(IntakeRules.leadTime("panel").orElseThrow()).days())
                .isEqualTo(5);
        assertThat(parameters(IntakeRules.leadTime("solid-wood").orElseThrow()).days())
                .isEqualTo(10);
        assertThat(IntakeRules.leadTime("pump")).isEmpty();
    }

    @Test
    void aChecklistNamesWhatIsMissingInItsOwnOrder() {
        var fields = parameters(IntakeRules.COMPLETENESS);

        assertThat(fields.missing(Facts.of(
                        Map.of("given", Set.of("contact", "product", "wantedDate", "address", "contactPerson")))))
                .containsExactly("customerName", "quantity");
        assertThat(parameters(IntakeRules.COMPLETENESS, Scope.of("furniture", null))
                        .items())
                .doesNotContain("contactPerson");
    }

    @Test
    void onlyFurnitureOrdersAreReleasedBeforeTheirContractIsEffective() {
        assertThat(parameters(IntakeRules.CONTRACT_GATE).effectiveContract()).isTrue();
        assertThat(parameters(IntakeRules.CONTRACT_GATE, Scope.of("trade", "T1"))
                        .effectiveContract())
                .isTrue();
        assertThat(parameters(IntakeRules.CONTRACT_GATE, Scope.of("furniture", "F1"))
                        .effectiveContract())
                .isFalse();
    }

    @Test
    void separationNamesThePartsThatKeepSomebodyFromAnother() {
        var separation = parameters(ContractRules.SEPARATION);

        assertThat(separation.clashes("head", List.of())).isEmpty();
        assertThat(separation.clashes("head", List.of("head", "witness"))).isEmpty();
        assertThat(separation.clashes("head", List.of("legal-reviewer", "drafter", "witness")))
                .containsExactly("drafter", "legal-reviewer");
        assertThat(separation.clashes("witness", List.of("drafter"))).isEmpty();
    }

    @Test
    void theMarginMinimumIsReachedAtTheMinimum() {
        var margin = parameters(QuoteRules.MARGIN_MINIMUM);

        assertThat(margin.reachedBy(BigDecimal.TEN)).isTrue();
        assertThat(margin.reachedBy(new BigDecimal("9.99"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyUrgencyHasItsLimits(Urgency urgency) {
        String name = RecordShape.yaml(urgency);

        assertThat(AftersalesRules.firstResponse(urgency).key()).endsWith(name);
        assertThat(AftersalesRules.resolution(urgency).key()).endsWith(name);
    }

    @ParameterizedTest
    @CsvSource({"100, A", "90, A", "89.99, B", "80, B", "79.99, C", "60, C", "59.99, D", "0, D", "-1, D"})
    void aScoreIsGradedByTheBandItFallsIn(BigDecimal score, String grade) {
        assertThat(parameters(ReviewRules.BANDS).grade(score)).isEqualTo(grade);
    }

    @Test
    void bandsDescendToZero() {
        var a = new Band("A", BigDecimal.TEN);
        var d = new Band("D", BigDecimal.ZERO);

        assertThatThrownBy(() -> new Bands(List.of(d, a))).hasMessageContaining("do not descend");
        assertThatThrownBy(() -> new Bands(List.of(a, a, d))).hasMessageContaining("do not descend");
        assertThatThrownBy(() -> new Bands(List.of(a))).hasMessageContaining("does not start at 0");
    }

    @Test
    void theRolesOfTheOrderPathAreMeasured() {
        KpiSet kpis = parameters(ReviewRules.KPI_SET);

        assertThat(kpis.roles()).containsExactlyInAnyOrder("SALES", "MERCH", "CS", "ASREP");
        assertThat(kpis.of("MERCH")).extracting(KpiTarget::kpi).contains(Kpi.ON_TIME_DELIVERY_RATE);
        assertThat(kpis.of("FIN")).isEmpty();
        assertThat(Kpi.ON_TIME_DELIVERY_RATE.code()).isEqualTo("on-time-delivery-rate");
    }

    @Test
    void weightsOfARoleSumToAHundredAndNoKpiStandsTwice() {
        var accuracy = target(Kpi.ORDER_ACCURACY, "60");
        var satisfaction = target(Kpi.CUSTOMER_SATISFACTION, "30");

        assertThatThrownBy(() -> new KpiSet(List.of(accuracy, satisfaction)))
                .hasMessageContaining("give SALES weights that sum to 90, not 100");
        assertThatThrownBy(() -> new KpiSet(List.of(accuracy, target(Kpi.ORDER_ACCURACY, "40"))))
                .hasMessageContaining("give SALES a KPI twice");
    }

    @ParameterizedTest
    @CsvSource({
        "98, 0, 98, 100.00",
        "98, 0, 100, 100.00",
        "98, 0, 49, 50.00",
        "98, 0, 0, 0.00",
        "3, 0, 1, 33.33",
        "0, 4, 0, 100.00",
        "0, 4, 1, 75.00",
        "0, 4, 4, 0.00",
        "0, 4, 9, 0.00"
    })
    void pointsGrowEvenlyFromFloorToTarget(BigDecimal target, BigDecimal floor, BigDecimal measured, String points) {
        Direction direction = target.compareTo(floor) > 0 ? Direction.HIGHER : Direction.LOWER;
        var kpi = new KpiTarget("SALES", Kpi.ORDERS_TAKEN, BigDecimal.TEN, target, floor, KpiUnit.COUNT, direction);

        assertThat(kpi.points(measured)).hasToString(points);
    }

    @Test
    void aDirectionThatContradictsTheTargetIsRefused() {
        assertThatThrownBy(() -> new KpiTarget(
                        "CS",
                        Kpi.VALID_COMPLAINTS,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        KpiUnit.COUNT,
                        Direction.HIGHER))
                .hasMessageContaining("direction");
    }

    @Test
    void dunningStepsAscend() {
        var dunning = parameters(SettlementRules.DUNNING);

        assertThat(dunning.steps())
                .extracting(SettlementRules.Dunning.Step::daysOverdue)
                .containsExactly(1, 15, 30);
        assertThatThrownBy(() -> new SettlementRules.Dunning(dunning.steps().reversed()))
                .hasMessageContaining("ascending");
    }

    @Test
    void theSpansOfAWorkingDayAddUpToItsHours() {
        var week = parameters(StaffRules.CALENDAR_FACTORY_MERCH);

        assertThat(week.days()).contains(DayOfWeek.SATURDAY).doesNotContain(DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> new StaffRules.WorkingWeek(week.days(), 9, week.spans()))
                .hasMessageContaining("not 9 hours");
        assertThatThrownBy(() ->
                        new StaffRules.WorkingWeek(week.days(), 8, week.spans().reversed()))
                .hasMessageContaining("overlap");
        assertThat(parameters(StaffRules.OVERTIME_LATEST).at()).isEqualTo(LocalTime.of(22, 30));
    }

    @Test
    void parametersCannotBeChanged() {
        assertThatThrownBy(() -> parameters(ContractRules.DRAFTERS).roles().add("CUST"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> parameters(ReviewRules.KPI_SET).kpis().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static KpiTarget target(Kpi kpi, String weight) {
        return new KpiTarget(
                "SALES", kpi, new BigDecimal(weight), BigDecimal.TEN, BigDecimal.ZERO, KpiUnit.COUNT, Direction.HIGHER);
    }
}
