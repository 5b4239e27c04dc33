package io.gendan.performance.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.gendan.rulebook.ReviewRules.KpiTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One KPI of one person in a review, with the target it was held against (PER-16).
 *
 * @param kpi code, such as {@code orders-taken}
 * @param cases how many cases the value rests on
 * @param value null where there was no case: the KPI is left out, and the weights of the others count as if they summed
 *     to 100
 * @param points from 0 to 100, computed from the rounded value and rounded half up to two places; null without a value
 */
@Schema(
        description = "One KPI of one person. Without any case value and points are null, the KPI is left out, and the"
                + " weights of the others are scaled up to 100.")
record KpiResult(
        String kpi,
        String unit,
        String direction,
        BigDecimal weight,
        BigDecimal target,
        BigDecimal floor,
        long cases,
        BigDecimal value,
        BigDecimal points) {
    static KpiResult of(KpiTarget target, Figures figures) {
        Optional<BigDecimal> value = figures.value(target.kpi(), target.role());
        return new KpiResult(
                target.kpi().code(),
                target.unit().name(),
                target.direction().name(),
                target.weight(),
                target.target(),
                target.floor(),
                figures.cases(target.kpi(), target.role()),
                value.orElse(null),
                value.map(target::points).orElse(null));
    }

    /** The values of those that have one, by the code of the KPI. */
    static Map<String, BigDecimal> measured(List<KpiResult> kpis) {
        return kpis.stream()
                .filter(kpi -> kpi.value() != null)
                .collect(Collectors.toMap(KpiResult::kpi, KpiResult::value));
    }
}
