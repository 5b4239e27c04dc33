package io.gendan.intake;

import io.gendan.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("intake");
    }
}
