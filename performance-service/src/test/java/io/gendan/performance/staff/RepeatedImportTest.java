package io.gendan.performance.staff;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.performance.PerformanceFixture;
import io.gendan.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.row;
import static org.hamcrest.Matchers.is;

/** A file sent again under its Idempotency-Key: the file itself is the body that a key stands for. */
@QuarkusTest
class RepeatedImportTest {
    private static final String HEADER = "username,name,email,unit,level,superior,roles,post\n";

    @Inject
    PerformanceFixture fixture;

    @Inject
    EntityManager entities;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatGetsTheStoredAnswerAndAnotherFileNone() {
        var company = fixture.company();
        String file = HEADER
                + row("a" + company.seller(), company.unit(), "L1", company.supervisor(), "SALES")
                + row("b" + company.seller(), "NOWHERE", "L1", company.supervisor(), "SALES");

        send(file).statusCode(200).body("added", is(1)).body("errors[0].field", is("unit"));
        send(file).statusCode(200).body("added", is(1)).body("errors[0].field", is("unit"));
        send(file.replace("L1", "L2")).statusCode(422).body("code", is("idempotency-key-reused"));
        Tokens.as("hr", "HR")
                .get(API + "staff/a" + company.seller())
                .then()
                .statusCode(200)
                .body("level", is("L1"));
    }

    @Test
    void anAnswerThatALaterReleaseStoredIsGivenAgain() {
        var company = fixture.company();
        String file = HEADER + row("a" + company.seller(), company.unit(), "L1", company.supervisor(), "SALES");
        send(file).statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update idempotent_request set response ="
                                + " left(response, -1) || ', \"later\": 1}' where key = ?1")
                        .setParameter(1, key)
                        .executeUpdate());

        send(file).statusCode(200).body("added", is(1));
    }

    private ValidatableResponse send(String file) {
        return Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .header("Idempotency-Key", key)
                .body(file)
                .post(API + "staff/import")
                .then();
    }
}
