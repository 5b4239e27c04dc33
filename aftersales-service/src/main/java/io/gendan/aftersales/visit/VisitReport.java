package io.gendan.aftersales.visit;

import java.time.Instant;

/**
 * What a visit brought (AFT-42).
 *
 * @param rating satisfaction from 1 to 5
 * @param visitedBy who made it, {@code recordedBy} who wrote it down
 */
record VisitReport(
        int rating,
        String opinions,
        String problems,
        String visitedBy,
        String recordedBy,
        Instant at,
        boolean inTime) {}
