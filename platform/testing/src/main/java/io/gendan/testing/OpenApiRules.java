package io.gendan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed OpenAPI document is what the service serves: a changed API shows in the change. A service's own test
 * extends this; {@code -Dopenapi.write=true} writes the document anew.
 */
public abstract class OpenApiRules {
    private final Path document;

    protected OpenApiRules(String service) {
        document = Path.of("../docs/openapi/" + service + ".yaml");
    }

    @Test
    void theCommittedDocumentIsWhatIsServed() throws IOException {
        String served = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, served);
        }

        assertThat(document).exists();
        assertThat(served).isEqualTo(Files.readString(document));
    }
}
