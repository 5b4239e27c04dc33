package io.gendan.performance.staff;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.changeAs;
import static io.gendan.performance.staff.StaffFixture.json;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Who changes what of the register. */
@QuarkusTest
class RegisterRightsTest {
    @Inject
    PerformanceFixture fixture;

    @Test
    void nobodyChangesHisOwnEntryAndASuperiorOnlyHisPeoplesPlace() {
        Company company = fixture.company();
        Company others = fixture.company();

        changeAs(company.head(), "HEAD", company.head(), Map.of("superior", company.leader()))
                .statusCode(403)
                .body("code", is("not-about-oneself"));
        changeAs(company.supervisor(), "SUPV", company.seller(), Map.of("superior", company.head()))
                .statusCode(200);
        changeAs(company.supervisor(), "SUPV", company.seller(), Map.of("superior", company.supervisor()))
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        changeAs(company.head(), "HEAD", company.seller(), Map.of("superior", company.supervisor()))
                .statusCode(200);
        changeAs(company.head(), "HEAD", company.seller(), Map.of("roles", List.of("SALES", "LEAD")))
                .statusCode(403)
                .body("code", is("rights-not-yours-to-change"));
        changeAs(company.head(), "HEAD", others.seller(), Map.of("post", "x"))
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        changeAs(company.seller(), "SALES", company.clerk(), Map.of("post", "x"))
                .statusCode(403);
        json(Tokens.as("hr", "HR"))
                .body(Map.of("change", Map.of("post", "x")))
                .post(API + "staff/" + company.seller() + "/change")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        json(Tokens.as(company.head(), "HEAD"))
                .body(Map.of("change", Map.of("name", "x"), "reason", "x"))
                .post(API + "units/" + others.unit() + "/change")
                .then()
                .statusCode(403);
    }
}
