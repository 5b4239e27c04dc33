package io.gendan.aftersales;

import io.gendan.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("aftersales");
    }
}
