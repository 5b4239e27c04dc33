package io.gendan.intake.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.gendan.intake.IntakeFixture;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** Who decides for another, as substitute, by delegation, or beside him; and who does not. */
@QuarkusTest
class RepresentationTest extends Department {
    @Test
    @Requirement({"ORG-12", "QUO-16"})
    void aSubstituteDecidesInBothNamesButNeverTheAuthor() {
        person("deputy", "leader", "BIZ");
        absent("head", "leader", "HEAD", "deputy");
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);

        as(named("deputy"), "BIZ").get(APPROVALS + "?waitingForMe=true").then().body("items.id", contains(approval));
        post(named("deputy"), "BIZ", APPROVALS + approval + "/approve", Map.of())
                .statusCode(200);
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .body("entries[2].by", is(named("deputy")))
                .body("entries[2].forWhom", is(head));

        absent("head", "leader", "HEAD", "author");
        UUID second = submitted(null);
        as(author, "BIZ").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
        post(author, "BIZ", APPROVALS + approvalOf(second) + "/approve", Map.of())
                .statusCode(422)
                .body("code", is("quotation-author-cannot-approve"))
                .body("rule", is("quote.approval"))
                .body("clause", is("001 §2.2"));
        assertThat(told.rulingsOn(second)).contains("quote.approval REFUSED");

        absent("author", "head", "BIZ", "deputy");
        post(named("deputy"), "BIZ", APPROVALS + approvalOf(second) + "/approve", Map.of())
                .statusCode(403)
                .body("code", is("approval-not-yours"));
        read(second).body("status", is("SUBMITTED"));
    }

    @Test
    @Requirement("QUO-16")
    void whoWroteInAQuotationOrHandedItInDoesNotApproveItAsASubstitute() {
        person("deputy", "leader", "BIZ");
        absent("head", "leader", "HEAD", "deputy");
        String deputy = named("deputy");
        UUID edited = submitted(null);
        post(author, "BIZ", APPROVALS + approvalOf(edited) + "/withdraw", Map.of("reason", "改价"))
                .statusCode(200);
        as(deputy, "BIZ")
                .body(IntakeFixture.offer("900"))
                .put(QUOTATIONS + edited + "/offer")
                .then()
                .statusCode(200);
        post(author, "BIZ", QUOTATIONS + edited + "/submit", null).statusCode(200);
        UUID handedIn = submitted(null);
        post(author, "BIZ", APPROVALS + approvalOf(handedIn) + "/withdraw", Map.of("reason", "补充"))
                .statusCode(200);
        post(deputy, "BIZ", QUOTATIONS + handedIn + "/submit", null).statusCode(200);

        for (UUID quotation : List.of(edited, handedIn)) {
            post(deputy, "BIZ", APPROVALS + approvalOf(quotation) + "/approve", Map.of())
                    .statusCode(422)
                    .body("code", is("quotation-author-cannot-approve"));
            read(quotation).body("status", is("SUBMITTED"));
        }
        as(deputy, "BIZ").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
    }

    @Test
    @Requirement("QUO-16")
    void aDecisionIsHandedOnToOneWhoQualifiesAndNotToTheAuthor() {
        person("other.head", "leader", "HEAD");
        person("clerk", "head", "BIZ");
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        for (var refused : Map.of("author", "has-another-part", "clerk", "does-not-qualify", "nobody", "does-not-exist")
                .entrySet())
            json(Tokens.as(head, "HEAD"))
                    .header("Accept-Language", "en")
                    .body(Map.of("to", named(refused.getKey()), "reason", "出差"))
                    .post(path + "/delegate")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("to"))
                    .body("errors.code", contains(refused.getValue()));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.good(head, "HEAD"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "zh")
                .body(Map.of("to", author, "reason", "出差"))
                .post(path + "/delegate")
                .then()
                .body("errors[0].message", containsString("角色"));
        post(author, "BIZ", path + "/delegate", Map.of("to", named("other.head"), "reason", "帮忙"))
                .statusCode(403)
                .body("code", is("approval-not-yours"));
        post(head, "HEAD", path + "/delegate", Map.of("to", named("other.head"), "reason", "出差"))
                .statusCode(200)
                .body("waiting", contains(named("other.head")));

        assertThat(tasks(quotation)).containsExactlyInAnyOrder(head + " DONE", named("other.head") + " OPEN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(403);
        post(named("other.head"), "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("approver", is(named("other.head")));
    }

    @Test
    @Requirement("QUO-16")
    void whoIsAddedHasToAgreeAsWell() {
        person("expert", "leader", "FIN");
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        post(author, "BIZ", path + "/add-approver", Map.of("username", named("expert"), "reason", "成本"))
                .statusCode(403);
        post(head, "HEAD", path + "/add-approver", Map.of("username", named("expert"), "reason", "成本"))
                .statusCode(200)
                .body("waiting", containsInAnyOrder(head, named("expert")));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("SUBMITTED"));
        post(named("expert"), "FIN", path + "/approve", Map.of()).statusCode(200);

        read(quotation).body("status", is("APPROVED"));
    }
}
