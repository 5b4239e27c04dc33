package io.gendan.fulfillment;

import io.gendan.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fulfillment");
    }
}
