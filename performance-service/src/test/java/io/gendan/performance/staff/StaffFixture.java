package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.gendan.performance.PerformanceFixture.API;
import static org.hamcrest.Matchers.is;

/** Acts on the register as HR and others carry them out. */
final class StaffFixture {
    private StaffFixture() {}

    /** A department with its head below the company of a test. */
    static String department(Company company) {
        String department = "D" + company.unit().substring(1);
        setUp(department, Map.of("name", "部", "nameEn", "Department", "parent", company.unit(), "profile", "trade"))
                .statusCode(201)
                .body("kind", is("DEPARTMENT"));
        register("dep" + company.head(), person(department, company.leader(), "HEAD", "HEAD"))
                .statusCode(201);
        return department;
    }

    static Map<String, Object> person(String unit, String superior, String role, String level) {
        return person(unit, superior, List.of(role), level);
    }

    static Map<String, Object> person(String unit, String superior, List<String> roles, String level) {
        return Map.of(
                "name",
                "新人",
                "unit",
                unit,
                "superior",
                superior,
                "roles",
                roles,
                "level",
                level == null ? "L1" : level);
    }

    static ValidatableResponse register(String username, Map<String, Object> details) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("username", username, "details", details, "reason", "入职"))
                .post(API + "staff")
                .then();
    }

    static void refusedPerson(String username, Map<String, Object> details, String field, String code) {
        register(username, details)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    static ValidatableResponse setUp(String code, Map<String, Object> details) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("code", code, "details", details))
                .post(API + "units")
                .then();
    }

    static ValidatableResponse changeUnit(String code, Map<String, Object> change) {
        return json(Tokens.as("hr", "HR"))
                .body(Map.of("change", change, "reason", "调整"))
                .post(API + "units/" + code + "/change")
                .then();
    }

    static ValidatableResponse change(String username, Map<String, Object> change, LocalDate from) {
        return json(Tokens.as("hr", "HR"))
                .body(
                        from == null
                                ? Map.of("change", change, "reason", "调整")
                                : Map.of("change", change, "from", from.toString(), "reason", "调整"))
                .post(API + "staff/" + username + "/change")
                .then();
    }

    static ValidatableResponse changeAs(String by, String role, String username, Map<String, Object> change) {
        return json(Tokens.as(by, role))
                .body(Map.of("change", change, "reason", "调整"))
                .post(API + "staff/" + username + "/change")
                .then();
    }

    static void refusedChange(String username, Map<String, Object> change, String field, String code) {
        change(username, change, null)
                .statusCode(400)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }

    static ValidatableResponse leave(String username, LocalDate on, String successor) {
        return json(Tokens.as("hr", "HR"))
                .body(
                        successor == null
                                ? Map.of("on", on.toString())
                                : Map.of("on", on.toString(), "successor", successor))
                .post(API + "staff/" + username + "/leave")
                .then();
    }

    static List<String> plannedOf(String query) {
        return Tokens.as("hr", "HR")
                .get(API + "planned-changes?status=PLANNED&" + query)
                .then()
                .extract()
                .path("items.id");
    }

    static UUID id(String username) {
        return UUID.fromString(Tokens.as("hr", "HR")
                .get(API + "staff/" + username)
                .then()
                .extract()
                .path("id"));
    }

    static UUID unitId(String code) {
        return UUID.fromString(Tokens.as("hr", "HR")
                .get(API + "units/" + code)
                .then()
                .extract()
                .path("unit.id"));
    }

    static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
