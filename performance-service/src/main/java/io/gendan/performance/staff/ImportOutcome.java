package io.gendan.performance.staff;

import java.util.List;

import io.gendan.core.sheet.RowFault;

/** What an import did, or would do. A row is taken whole or, with a fault, not at all. */
record ImportOutcome(
        boolean dryRun, int rows, int added, int changed, int unchanged, int skipped, List<RowFault> faults) {}
