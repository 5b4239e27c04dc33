package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A quality inspection of a batch (FUL-21). It passed when each criterion did. */
record Inspection(UUID id, String batch, Map<String, Boolean> criteria, String remarks, String inspector, Instant at) {
    Inspection {
        criteria = new TreeMap<>(criteria);
    }

    boolean passed() {
        return !criteria.containsValue(false);
    }

    /** Whether something was inspected and the last inspection of each batch passed. */
    static boolean allPassed(List<Inspection> inspections) {
        Map<String, Boolean> lastOfBatch = new HashMap<>();
        inspections.forEach(inspection -> lastOfBatch.put(inspection.batch(), inspection.passed()));
        Collection<Boolean> results = lastOfBatch.values();
        return !results.isEmpty() && !results.contains(false);
    }
}
