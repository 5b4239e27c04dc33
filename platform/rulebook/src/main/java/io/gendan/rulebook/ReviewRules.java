package io.gendan.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on the review of staff. */
public final class ReviewRules {

    public static final Rule<Cycle> CYCLE = Rule.of("review.cycle", Cycle.class);
    public static final Rule<Bands> BANDS = Rule.of("review.bands", Bands.class);
    public static final Rule<KpiSet> KPI_SET = Rule.of("review.kpi-set", KpiSet.class);

    /** The department head reviews his own staff, and nobody himself. */
    public static final Rule<Reviewer> REVIEWER = Rule.of("review.reviewer", Reviewer.class);

    public static final Condition<Reviewer> OWN_STAFF = Condition.of(
            "review-not-of-own-staff",
            Reviewer.class,
            (p, f) -> f.texts("callerRoles").contains(p.role()) && (!p.ownStaffOnly() || f.flag("ownUnit")));
    public static final Condition<Reviewer> NOT_OWN_WORK =
            Condition.of("review-of-own-work", Reviewer.class, (p, f) -> !p.selfExcluded() || !f.flag("own"));

    /** The days of the period of a review. */
    public static final Finding<Cycle> PERIOD =
            Finding.computing("review-period", Cycle.class, (p, f) -> ReviewPeriod.parse(f.text("period"), p.period())
                    .<Map<String, ?>>map(period -> Map.of("begins", period.begins(), "ends", period.ends()))
                    .orElse(Map.of()));

    /** The points of what was measured for somebody, and his score; no score where nothing was. */
    public static final Finding<KpiSet> SCORE = Finding.computing("review-score", KpiSet.class, (p, f) -> {
        Map<String, Object> found = new HashMap<>(Map.of("kpis", p.points(f.text("role"), f.amounts("measured"))));
        p.score(f.text("role"), f.amounts("measured")).ifPresent(score -> found.put("score", score));
        return found;
    });

    public static final Finding<Bands> GRADE =
            Finding.computing("review-grade", Bands.class, (p, f) -> Map.of("grade", p.grade(f.amount("score"))));

    private ReviewRules() {}

    public record Cycle(Period period) {}

    public enum Period {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /** Grades from the best down, each with the score from which it is given. */
    public record Bands(List<Band> bands) {
        public Bands {
            Check.notEmpty("bands", bands);
            for (int i = 1; i < bands.size(); i++) {
                Check.require(
                        bands.get(i - 1).from().compareTo(bands.get(i).from()) > 0, "bands", "bands-do-not-descend");
            }
            Check.require(bands.getLast().from().signum() == 0, "bands", "bands-without-bottom");
        }

        /** The grade of a score; a score below 0 gets the last one. */
        public String grade(BigDecimal score) {
            return bands.stream()
                    .filter(band -> score.compareTo(band.from()) >= 0)
                    .findFirst()
                    .orElse(bands.getLast())
                    .grade();
        }

        public record Band(String grade, BigDecimal from) {}
    }

    /** What the work of each role is measured by. */
    public record KpiSet(List<KpiTarget> kpis) {
        public KpiSet {
            Check.notEmpty("kpis", kpis);
            kpis.stream().collect(Collectors.groupingBy(KpiTarget::role)).forEach((role, own) -> {
                BigDecimal sum = own.stream().map(KpiTarget::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
                Check.require(
                        sum.compareTo(Check.HUNDRED) == 0, "kpis", "weights-not-hundred", role, sum.toPlainString());
                Check.require(
                        own.stream().map(KpiTarget::kpi).distinct().count() == own.size(), "kpis", "kpi-twice", role);
            });
        }

        public Set<String> roles() {
            return kpis.stream().map(KpiTarget::role).collect(Collectors.toUnmodifiableSet());
        }

        /** The KPIs of a role, none for a role that is not measured. */
        public List<KpiTarget> of(String role) {
            return kpis.stream().filter(kpi -> kpi.role().equals(role)).toList();
        }

        /** @param measured values by the code of their KPI; a KPI without a case has none */
        public Map<String, BigDecimal> points(String role, Map<String, BigDecimal> measured) {
            return of(role).stream()
                    .filter(target -> measured.containsKey(target.kpi().code()))
                    .collect(Collectors.toMap(
                            target -> target.kpi().code(),
                            target -> target.points(measured.get(target.kpi().code()))));
        }

        /**
         * The composite score: Σ weight × points ÷ Σ weight over the KPIs that have a value, rounded half up to two
         * places once, at the end. None where no KPI has a value.
         */
        public Optional<BigDecimal> score(String role, Map<String, BigDecimal> measured) {
            Map<String, BigDecimal> points = points(role, measured);
            BigDecimal weighted = BigDecimal.ZERO;
            BigDecimal weights = BigDecimal.ZERO;
            for (KpiTarget target : of(role)) {
                BigDecimal own = points.get(target.kpi().code());
                if (own == null) continue;
                weighted = weighted.add(target.weight().multiply(own));
                weights = weights.add(target.weight());
            }
            return weights.signum() == 0
                    ? Optional.empty()
                    : Optional.of(weighted.divide(weights, KpiTarget.SCALE, RoundingMode.HALF_UP));
        }
    }

    /**
     * One KPI of one role. The target earns 100 points and the floor none; between them points grow evenly, beyond
     * them they do not.
     */
    public record KpiTarget(
            String role,
            Kpi kpi,
            BigDecimal weight,
            BigDecimal target,
            BigDecimal floor,
            KpiUnit unit,
            Direction direction) {

        private static final int SCALE = 2;

        public KpiTarget {
            Check.positive("weight", weight);
            Check.require(
                    direction == (target.compareTo(floor) > 0 ? Direction.HIGHER : Direction.LOWER)
                            && target.compareTo(floor) != 0,
                    "kpis",
                    "direction-contradicts-target",
                    kpi,
                    role);
        }

        /** Points from 0 to 100 for a measured value, rounded to two places. */
        public BigDecimal points(BigDecimal measured) {
            return measured.subtract(floor)
                    .multiply(Check.HUNDRED)
                    .divide(target.subtract(floor), SCALE, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(Check.HUNDRED)
                    .setScale(SCALE, RoundingMode.HALF_UP);
        }
    }

    /** KPIs that are computed from events. */
    public enum Kpi {
        ORDERS_TAKEN,
        ORDER_ACCURACY,
        CUSTOMER_SATISFACTION,
        COMPLETION_RATE,
        ON_TIME_DELIVERY_RATE,
        VALID_COMPLAINTS;

        /** The name in rule files and on the wire, such as {@code orders-taken}. */
        public String code() {
            return RecordShape.yaml(this);
        }
    }

    public enum KpiUnit {
        COUNT,
        PERCENT,
        SCORE
    }

    /** Whether more or less of the measured value is better. */
    public enum Direction {
        HIGHER,
        LOWER
    }

    public record Reviewer(String role, boolean ownStaffOnly, boolean selfExcluded) {}
}
