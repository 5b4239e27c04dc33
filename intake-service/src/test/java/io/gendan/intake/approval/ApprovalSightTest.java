package io.gendan.intake.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** Who sees approvals. */
@QuarkusTest
class ApprovalSightTest extends Department {
    @Test
    void whoHasNoPartInItAndMayNotSeeTheRecordSeesNoApproval() {
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        as("some.one", "PROD").get(path).then().statusCode(200);
        as("some.one", "TRAINER").get(path).then().statusCode(404).body("code", is("not-found"));
        as("some.one", "TRAINER").get(path + "/protocol").then().statusCode(404);
        as("some.one", "TRAINER")
                .get(APPROVALS + "?recordId=" + quotation)
                .then()
                .statusCode(404);
        as("some.one", "TRAINER").get(APPROVALS).then().body("items", empty());
        for (String act : List.of("approve", "return", "withdraw", "delegate", "add-approver"))
            as("some.customer", "CUST")
                    .body("{}")
                    .post(path + "/" + act)
                    .then()
                    .statusCode(403)
                    .body("code", is("role-missing"));
        as(head, "HEAD")
                .body(Map.of("remarks", List.of()))
                .post(path + "/return")
                .then()
                .statusCode(400)
                .body("errors.field", contains("remarks"));
    }
}
