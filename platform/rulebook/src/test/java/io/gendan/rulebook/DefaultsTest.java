package io.gendan.rulebook;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rule files say against what the catalogue of requirements says. */
class DefaultsTest {

    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}:\\d{2}|\\d[\\d,]*(?:\\.\\d+)?");

    /** Rows whose text counts something that the rule states otherwise; each is tested below by name. */
    private static final Set<String> STATED_OTHERWISE =
            Set.of("calendar.aftersales", "penalty.late.tiers", "intake.placement.reminder");

    private static final Map<String, WorkingTime.Unit> TIME_UNITS = Map.of(
            "wh", WorkingTime.Unit.WORKING_HOURS,
            "wd", WorkingTime.Unit.WORKING_DAYS,
            "days", WorkingTime.Unit.CALENDAR_DAYS,
            "minutes", WorkingTime.Unit.MINUTES);

    static Stream<RequirementsTable.Row> rows() {
        return RequirementsTable.rows().stream();
    }

    @Test
    void theCatalogueIsReadWhole() {
        assertThat(rows())
                .hasSizeGreaterThan(140)
                .extracting(RequirementsTable.Row::key)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowOfTheCatalogueIsARule(RequirementsTable.Row row) {
        assertThat(versions(row.key())).isNotEmpty().allSatisfy(version -> {
            assertThat(row.clauses()).contains(version.clause().citation());
            assertThat(version.requirements()).containsAnyElementsOf(row.requirements());
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyNumberOfTheCatalogueIsADefault(RequirementsTable.Row row) {
        if (STATED_OTHERWISE.contains(row.key())) return;

        assertThat(numbers(row)).containsAll(numbers(row.defaults()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lengthsOfTimeAreInTheUnitOfTheCatalogue(RequirementsTable.Row row) {
        WorkingTime.Unit unit = TIME_UNITS.get(row.unit().split(" ")[0]);
        if (unit == null) return;

        List<WorkingTime> lengths = values(row).stream()
                .filter(WorkingTime.class::isInstance)
                .map(WorkingTime.class::cast)
                .toList();
        assertThat(lengths).allSatisfy(length -> assertThat(length.unit()).isEqualTo(unit));
        if (unit != WorkingTime.Unit.CALENDAR_DAYS) assertThat(lengths).isNotEmpty(); // days may be plain numbers
    }

    @Test
    void everyOtherRuleCitesAClauseThatOneOfItsRequirementsComesFrom() {
        Set<String> catalogue =
                new TreeSet<>(rows().map(RequirementsTable.Row::key).toList());
        Map<String, Set<String>> sources = RequirementsTable.sources();

        assertThat(RULEBOOK.versions().stream()
                        .filter(version -> !catalogue.contains(version.key()))
                        .filter(version -> version.requirements().stream().noneMatch(id -> sources.get(id)
                                .contains(version.clause().citation())))
                        .map(RuleVersion::key))
                .isEmpty();
    }

    @Test
    void rulesOutsideTheCatalogueAreThoseDerivedFromRows() {
        Set<String> catalogue =
                new TreeSet<>(rows().map(RequirementsTable.Row::key).toList());
        Set<String> others = new TreeSet<>();
        RULEBOOK.versions().stream()
                .map(RuleVersion::key)
                .filter(key -> !catalogue.contains(key))
                .forEach(others::add);

        assertThat(others)
                .containsExactly(
                        "aftersales.complaint.fairness",
                        "aftersales.ticket.closing",
                        "calendar.general",
                        "contract.effect",
                        "contract.mandatory-clauses",
                        "contract.order-match",
                        "contract.seal",
                        "contract.separation",
                        "contract.signoff",
                        "contract.signoff.limit",
                        "fulfillment.acceptance.rectification",
                        "fulfillment.acceptance.report",
                        "fulfillment.dispatch.inspection",
                        "fulfillment.plan.milestones",
                        "fulfillment.plan.owner",
                        "fulfillment.shipment.delay-warning",
                        "intake.approval.limit",
                        "intake.approval.separation",
                        "intake.authority.split",
                        "intake.completeness",
                        "intake.complexity",
                        "intake.first-check",
                        "intake.induction",
                        "intake.major-project",
                        "intake.order-review.criteria",
                        "intake.release",
                        "intake.release.contract",
                        "intake.release.informed",
                        "quote.approval",
                        "quote.approval.limit",
                        "quote.decline-reasons",
                        "quote.fee-kinds",
                        "register.approval",
                        "register.approval.limit",
                        "register.owners",
                        "register.question.answer",
                        "review.kpi-set",
                        "review.reviewer",
                        "security.clearance",
                        "settle.invoice-ceiling",
                        "settle.receipt-booking",
                        "settle.schedule-sum",
                        "staff.exclusive-roles",
                        "work.reassignment");
    }

    @Test
    void requirementIdsAndRolesAreThoseOfTheCatalogue() {
        KnownCodes codes = KnownCodes.load();

        assertThat(codes.requirements()).isEqualTo(RequirementsTable.ids());
        assertThat(codes.roles()).isEqualTo(RequirementsTable.roles());
    }

    @Test
    void theAfterSalesOfficeWorksFiveDaysOfEightHours() {
        var week =
                (StaffRules.OwnWeek) versions("calendar.aftersales").getFirst().parameters();

        assertThat(week.days()).hasSize(5);
        assertThat(week.hours()).isEqualTo(8);
    }

    @Test
    void lateDeliveryIsTieredAtThreeAndTenDays() {
        assertThat(values("penalty.late.tiers").stream().filter(Map.class::isInstance))
                .asString()
                .contains("fromDays=1, measure=fine, amount=50")
                .contains("fromDays=4, measure=fine, amount=100")
                .contains("fromDays=11, measure=demotion, amount=null");
    }

    @Test
    void placementIsRemindedADayBeforeAndOnTheDay() {
        assertThat(values("intake.placement.reminder")).contains(WorkingTime.parse("1 d"), WorkingTime.parse("0 d"));
    }

    @Test
    void everyClauseIsThereInBothLanguages() {
        assertThat(RULEBOOK.clauses()).allSatisfy(clause -> {
            assertThat(clause.text(Locale.CHINA)).matches("[^A-Za-z]+");
            assertThat(clause.text(Locale.ENGLISH)).matches("[\\x00-\\x7f]+");
        });
    }

    private static List<RuleVersion<?>> versions(String key) {
        return RULEBOOK.versions().stream()
                .filter(version -> version.key().equals(key))
                .<RuleVersion<?>>map(version -> version)
                .toList();
    }

    private static Set<String> numbers(RequirementsTable.Row row) {
        Set<String> numbers = new TreeSet<>();
        values(row).forEach(value -> {
            switch (value) {
                case Integer number -> numbers.add(number.toString());
                case BigDecimal number ->
                    numbers.add(number.stripTrailingZeros().toPlainString());
                case WorkingTime time -> numbers.add(time.amount().toPlainString());
                case Period period -> numbers.add(String.valueOf(period.getYears() + period.getMonths()));
                case LocalTime time -> numbers.add(time.toString());
                case TimeWindow window ->
                    numbers.addAll(List.of(window.from().toString(), window.to().toString()));
                case DayWindow window ->
                    numbers.addAll(List.of(String.valueOf(window.first()), String.valueOf(window.last())));
                default -> {}
            }
        });
        return numbers;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(text.replaceFirst("PER-\\d+", ""));
        while (number.find())
            numbers.add(number.group().replaceFirst(",(?!\\d)", "").replace(",", ""));
        return numbers;
    }

    private static List<Object> values(RequirementsTable.Row row) {
        return values(row.key());
    }

    private static List<Object> values(String key) {
        List<Object> values = new ArrayList<>();
        versions(key).forEach(version -> collect(version.parameters(), values));
        return values;
    }

    private static void collect(Object value, List<Object> values) {
        switch (value) {
            case null -> {}
            case Collection<?> items -> items.forEach(item -> collect(item, values));
            case Map<?, ?> map -> {
                values.add(map);
                map.values().forEach(item -> collect(item, values));
            }
            case WorkingTime _, TimeWindow _, DayWindow _ -> values.add(value);
            case Record parameters -> components(parameters).forEach(item -> collect(item, values));
            default -> values.add(value);
        }
    }

    private static Collection<Object> components(Record parameters) {
        return Stream.of(parameters.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(parameters);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList(); // what is optional and left out is null
    }
}
