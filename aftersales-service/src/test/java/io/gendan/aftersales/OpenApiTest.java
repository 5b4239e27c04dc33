package io.gendan.aftersales;

import io.gendan.testing.OpenApiRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiTest extends OpenApiRules {
    OpenApiTest() {
        super("aftersales");
    }
}
