package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Map;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.staff.StaffFixture.id;
import static io.gendan.performance.staff.StaffFixture.json;
import static io.gendan.performance.staff.StaffFixture.leave;
import static io.gendan.performance.staff.StaffFixture.person;
import static io.gendan.performance.staff.StaffFixture.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Who stands in for whom. */
@QuarkusTest
class SubstituteResourceTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    Told told;

    @Inject
    StaffDirectory directory;

    @Test
    @Requirement("ORG-12")
    void aSubstituteIsNamedForDaysByThePersonOrASuperiorAndToldToAll() {
        Company company = fixture.company();
        String other = "other" + company.supervisor();
        register(other, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);

        String id = substitute(company.supervisor(), "SUPV", company.supervisor(), other, 1, 3)
                .statusCode(200)
                .body("substitutions[0].reason", is("休假"))
                .extract()
                .path("substitutions[0].id");
        substitute(company.head(), "HEAD", company.supervisor(), other, 5, 6).statusCode(200);

        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(2)))
                .contains(other);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(4)))
                .isEmpty();
        assertThat(directory.representedBy(other, TODAY.plusDays(6))).containsExactly(company.supervisor());
        assertThat(told.bodies(id(company.supervisor()), StaffRegistered.class))
                .last()
                .asString()
                .contains("\"substitute\":\"" + other + "\"", "\"firstDay\":\"" + TODAY.plusDays(5) + "\"");

        endSubstitution(company.seller(), "SALES", company.supervisor(), id, null)
                .statusCode(403);
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, TODAY.plusDays(1))
                .statusCode(200);
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, TODAY.plusDays(1))
                .statusCode(409);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(2)))
                .isEmpty();
        endSubstitution(company.supervisor(), "SUPV", company.supervisor(), id, null)
                .statusCode(200);
        assertThat(directory.substituteOf(company.supervisor(), TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    @Requirement("ORG-12")
    void nobodyUnfitStandsInForAnother() {
        Company company = fixture.company();
        String other = "other" + company.supervisor();
        register(other, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        String leaving = "leaving" + company.supervisor();
        register(leaving, person(company.unit(), company.head(), "SUPV", "SUPERVISOR"))
                .statusCode(201);
        leave(leaving, TODAY.plusDays(2), null).statusCode(200);

        refusedSubstitute(company, company.supervisor(), 1, 2, "substitute", "oneself");
        refusedSubstitute(company, "nobody.there", 1, 2, "substitute", "does-not-exist");
        refusedSubstitute(company, company.head(), 1, 2, "substitute", "lacks-role");
        refusedSubstitute(company, leaving, 1, 3, "substitute", "not-on-duty-then");
        refusedSubstitute(company, other, -1, 3, "firstDay", "past");
        refusedSubstitute(company, other, 3, 2, "lastDay", "before-the-first-day");
        substitute(company.seller(), "SALES", company.supervisor(), other, 1, 2).statusCode(403);
        substitute(company.supervisor(), "SUPV", company.supervisor(), other, 1, 3)
                .statusCode(200);
        substitute(company.supervisor(), "SUPV", company.supervisor(), other, 3, 4)
                .statusCode(409)
                .body("code", is("substitution-overlaps"));
        substitute(other, "SUPV", other, company.supervisor(), 3, 4)
                .statusCode(400)
                .body("errors[0].code", is("is-away-then"));
    }

    private static ValidatableResponse substitute(
            String by, String role, String username, String substitute, int from, int until) {
        return json(Tokens.as(by, role))
                .body(Map.of(
                        "substitute",
                        substitute,
                        "firstDay",
                        TODAY.plusDays(from).toString(),
                        "lastDay",
                        TODAY.plusDays(until).toString(),
                        "reason",
                        "休假"))
                .post(API + "staff/" + username + "/substitutes")
                .then();
    }

    private static void refusedSubstitute(
            Company company, String substitute, int from, int until, String field, String code) {
        substitute(company.supervisor(), "SUPV", company.supervisor(), substitute, from, until)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    private static ValidatableResponse endSubstitution(
            String by, String role, String username, String id, LocalDate lastDay) {
        return json(Tokens.as(by, role))
                .body(lastDay == null ? Map.of() : Map.of("lastDay", lastDay.toString()))
                .post(API + "staff/" + username + "/substitutes/" + id + "/end")
                .then();
    }
}
