package io.gendan.intake;

import io.quarkus.test.junit.QuarkusTest;

import io.gendan.testing.OpenApiRules;

@QuarkusTest
class OpenApiTest extends OpenApiRules {
    OpenApiTest() {
        super("intake");
    }
}
