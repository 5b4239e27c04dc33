package io.gendan.contract;

import io.gendan.testing.OpenApiRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiTest extends OpenApiRules {
    OpenApiTest() {
        super("contract");
    }
}
