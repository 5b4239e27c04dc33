package io.gendan.performance;

import io.gendan.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("performance");
    }
}
