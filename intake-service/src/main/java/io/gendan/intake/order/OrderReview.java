package io.gendan.intake.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The review of an order against what can be produced (QUO-06): pass or fail per criterion.
 *
 * @param solution what was agreed with the customer after it failed (QUO-07), null until then
 */
record OrderReview(Map<String, Boolean> criteria, String reviewedBy, Instant at, String solution) {
    OrderReview {
        criteria = new TreeMap<>(criteria);
    }

    List<String> failed() {
        return criteria.entrySet().stream()
                .filter(c -> !c.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> met() {
        return criteria.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean passed() {
        return failed().isEmpty() || solution != null;
    }

    OrderReview agreed(String solution) {
        return new OrderReview(criteria, reviewedBy, at, solution);
    }
}
