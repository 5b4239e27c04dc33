package io.gendan.contract;

import io.gendan.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("contract");
    }
}
