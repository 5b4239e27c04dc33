package io.gendan.aftersales.visit;

import java.time.Instant;

/** A planned visit that did not come about. */
record VisitFailure(VisitPlan plan, String reason, String recordedBy, Instant at) {}
