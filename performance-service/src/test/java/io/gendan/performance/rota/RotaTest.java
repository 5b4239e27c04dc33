package io.gendan.performance.rota;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.outbox.EventCodec;
import io.gendan.events.performance.RotaEvent.RotaRegistered;
import io.gendan.events.performance.RotaEvent.SwappedDay;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@Requirement("ORG-08")
class RotaTest {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    PerformanceFixture fixture;

    @Inject
    RotaCommands commands;

    @Inject
    EntityManager entities;

    @Inject
    EventCodec codec;

    @Inject
    Told told;

    @Test
    void peopleOfARotaTakeTurnsDayByDayFromItsFirstDay() {
        Company company = sellers();
        rota(company, TODAY, false, company.seller(), company.follower(), company.clerk())
                .statusCode(201);

        assertThat(on(company, 0, 4))
                .containsExactly(
                        company.seller(), company.follower(), company.clerk(), company.seller(), company.follower());
        rota(company, TODAY.plusDays(2), false, company.clerk()).statusCode(201);
        assertThat(on(company, 0, 4))
                .containsExactly(
                        company.seller(), company.follower(), company.clerk(), company.clerk(), company.clerk());
        Tokens.as(company.seller(), "GUIDE")
                .get(API + "rotas?unit=" + company.unit())
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        Tokens.as("some.legal", "LEGAL").get(API + "rotas").then().statusCode(403);
    }

    @Test
    void onTheWorkingCalendarTurnsGoByWorkingDaysAndNobodyIsOnAtOthers() {
        Company company = sellers();
        LocalDate monday = LocalDate.of(2026, 12, 7); // an ordinary week before and after
        rota(company, monday, true, company.seller(), company.follower()).statusCode(201);

        assertThat(days(company, monday, monday.plusDays(8)))
                .containsExactly(
                        company.seller(),
                        company.follower(),
                        company.seller(),
                        company.follower(),
                        company.seller(),
                        null,
                        null,
                        company.follower(),
                        company.seller());
        assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void whoIsNotThereIsPassedOver() {
        Company company = sellers();
        rota(company, TODAY, false, company.seller(), company.follower()).statusCode(201);
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of("on", TODAY.plusDays(1).toString()))
                .post(API + "staff/" + company.seller() + "/leave")
                .then()
                .statusCode(200);

        assertThat(on(company, 0, 3))
                .containsExactly(company.seller(), company.follower(), company.follower(), company.follower());
    }

    @Test
    void aSwapIsInForceOnceBothWantIt() {
        Company company = sellers();
        String rota = rota(company, TODAY, false, company.seller(), company.follower(), company.clerk())
                .extract()
                .path("id");

        String swap = ask(company.seller(), "SALES", rota, 3, company.clerk(), 2)
                .statusCode(201)
                .body("status", is("ASKED"))
                .extract()
                .path("id");
        assertThat(on(company, 2, 3)).containsExactly(company.clerk(), company.seller());
        decide(company.follower(), "MERCH", swap, "consent").statusCode(403).body("code", is("swap-of-another"));
        decide(company.seller(), "SALES", swap, "consent").statusCode(403);
        decide(company.clerk(), "CS", swap, "consent").statusCode(200).body("status", is("IN_FORCE"));

        assertThat(on(company, 2, 3)).containsExactly(company.seller(), company.clerk());
        decide(company.clerk(), "CS", swap, "decline").statusCode(409).body("code", is("illegal-move"));
        decide(company.seller(), "SALES", swap, "withdraw").statusCode(409);

        String back = ask(company.clerk(), "CS", rota, 3, company.seller(), 2)
                .statusCode(201)
                .extract()
                .path("id");
        decide(company.seller(), "SALES", back, "consent").statusCode(200);
        assertThat(on(company, 2, 3)).containsExactly(company.clerk(), company.seller());
    }

    @Test
    void whatWasAskedIsJudgedAgainWhenTheOtherConsents() {
        Company company = sellers();
        String rota = rota(company, TODAY, false, company.seller(), company.follower(), company.clerk())
                .extract()
                .path("id");
        String first = ask(company.seller(), "SALES", rota, 3, company.clerk(), 2)
                .extract()
                .path("id");
        String second = ask(company.seller(), "SALES", rota, 3, company.follower(), 4)
                .statusCode(201)
                .extract()
                .path("id");
        decide(company.clerk(), "CS", first, "consent").statusCode(200);

        decide(company.follower(), "MERCH", second, "consent")
                .statusCode(400)
                .body("errors[0].field", is("day"))
                .body("errors[0].code", is("is-not-on-then"));
        decide(company.follower(), "MERCH", second, "decline").statusCode(200).body("status", is("DECLINED"));
    }

    @Test
    void swapsOfStrangersOfPastDaysAndOfThoseNotThereAreRefused() {
        Company company = sellers();
        String rota = rota(company, TODAY, false, company.seller(), company.follower(), company.clerk())
                .extract()
                .path("id");

        ask(company.supervisor(), "SUPV", rota, 0, company.clerk(), 2)
                .statusCode(403)
                .body("code", is("not-on-the-rota"));
        refused(ask(company.seller(), "SALES", rota, 0, company.supervisor(), 2), "other", "nobody-else-on-the-rota");
        refused(ask(company.seller(), "SALES", rota, 0, company.seller(), 3), "other", "nobody-else-on-the-rota");
        refused(ask(company.seller(), "SALES", rota, -3, company.clerk(), 2), "day", "past");
        refused(ask(company.seller(), "SALES", rota, 1, company.clerk(), 2), "day", "is-not-on-then");
        refused(ask(company.seller(), "SALES", rota, 0, company.clerk(), 1), "otherDay", "is-not-on-then");
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of("on", TODAY.plusDays(2).toString()))
                .post(API + "staff/" + company.clerk() + "/leave")
                .then()
                .statusCode(200);
        refused(ask(company.seller(), "SALES", rota, 3, company.clerk(), 2), "other", "not-on-duty-then");
    }

    @Test
    void aRotaThatCannotBeIsRefusedAndSoIsOneOfAnotherUnit() {
        Company company = sellers();
        Company others = sellers();

        refused(rota(company, TODAY.minusDays(1), false, company.seller()), "firstDay", "past");
        refused(rota(company, TODAY, false, company.seller(), company.seller()), "people", "names-somebody-twice");
        refused(rota(company, TODAY, false, "nobody.there"), "people", "not-on-duty-then");
        refused(rota(company, TODAY, false, company.seller(), company.legal()), "people", "has-no-role-for-it");
        rota(company, TODAY, false, company.seller()).statusCode(201);
        rota(company, TODAY, false, company.clerk()).statusCode(409).body("code", is("rota-begins-that-day"));
        rotaBy(others.supervisor(), "SUPV", company.unit(), TODAY.plusDays(1), false, company.seller())
                .statusCode(403)
                .body("code", is("not-yours-to-change"));
        rotaBy(company.supervisor(), "SUPV", company.unit(), TODAY.plusDays(1), false, company.seller())
                .statusCode(201);
        Tokens.as("hr", "HR")
                .get(API + "rotas/on?unit=" + others.unit() + "&from=" + TODAY + "&until=" + TODAY)
                .then()
                .statusCode(200)
                .body("[0].username", nullValue());
        Tokens.as("hr", "HR")
                .get(API + "rotas/on?unit=x&from=" + TODAY + "&until=" + TODAY.plusDays(200))
                .then()
                .statusCode(400);
    }

    @Test
    void theOthersAreToldOfARotaAndOfEverySwapInForceAndOfNothingElse() {
        Company company = sellers();
        UUID rota = UUID.fromString(rota(company, TODAY, false, company.seller(), company.follower(), company.clerk())
                .extract()
                .path("id"));
        String swap = ask(company.seller(), "SALES", rota.toString(), 0, company.follower(), 1)
                .statusCode(201)
                .extract()
                .path("id");
        String declined = ask(company.seller(), "SALES", rota.toString(), 3, company.clerk(), 2)
                .extract()
                .path("id");
        decide(company.clerk(), "SALES", declined, "decline").statusCode(200);

        assertThat(told(rota))
                .extracting(RotaRegistered::revision, RotaRegistered::unit, RotaRegistered::duty)
                .containsExactly(tuple(1, company.unit(), "HAND_IN"));
        decide(company.follower(), "SALES", swap, "consent").statusCode(200);
        refused(decide(company.follower(), "SALES", swap, "consent"), "day", "is-not-on-then");

        assertThat(told(rota)).hasSize(2).last().satisfies(last -> {
            assertThat(last.revision()).isEqualTo(2);
            assertThat(last.people()).containsExactly(company.seller(), company.follower(), company.clerk());
            assertThat(last.swapped())
                    .containsExactly(
                            new SwappedDay(TODAY, company.follower()),
                            new SwappedDay(TODAY.plusDays(1), company.seller()));
        });
    }

    @Test
    void aRotaThatAnEarlierReleaseSetUpIsToldOnceWithTheNextStart() {
        Company company = sellers();
        UUID rota = UUID.fromString(
                rota(company, TODAY, false, company.seller()).extract().path("id"));
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update rota set revision = 0 where id = ?1")
                    .setParameter(1, rota)
                    .executeUpdate();
        });

        commands.tellThoseNotToldYet(null);
        commands.tellThoseNotToldYet(null);

        assertThat(told(rota)).extracting(RotaRegistered::revision).containsExactly(1, 1);
    }

    /** A company in which these three may hand in orders. */
    private Company sellers() {
        Company company = fixture.company();
        PerformanceFixture.importPeople(PerformanceFixture.row(
                                company.follower(), company.unit(), "L1", company.supervisor(), "SALES")
                        + PerformanceFixture.row(company.clerk(), company.unit(), "L1", company.supervisor(), "SALES"))
                .statusCode(200)
                .body("errors.size()", is(0));
        return company;
    }

    private List<RotaRegistered> told(UUID rota) {
        return told.bodies(rota, RotaRegistered.class).stream().map(this::read).toList();
    }

    private RotaRegistered read(String body) {
        try {
            return codec.read(body.getBytes(StandardCharsets.UTF_8), RotaRegistered.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse rota(Company company, LocalDate from, boolean workingDays, String... people) {
        return rotaBy("hr", "HR", company.unit(), from, workingDays, people);
    }

    private static ValidatableResponse rotaBy(
            String by, String role, String unit, LocalDate from, boolean workingDays, String... people) {
        return Tokens.as(by, role)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "unit",
                        unit,
                        "duty",
                        "HAND_IN",
                        "people",
                        List.of(people),
                        "firstDay",
                        from.toString(),
                        "workingDays",
                        workingDays))
                .post(API + "rotas")
                .then();
    }

    private static ValidatableResponse ask(String by, String role, String rota, int day, String other, int otherDay) {
        return Tokens.as(by, role)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "day", TODAY.plusDays(day).toString(),
                        "other", other,
                        "otherDay", TODAY.plusDays(otherDay).toString()))
                .post(API + "rotas/" + rota + "/swaps")
                .then();
    }

    private static ValidatableResponse decide(String by, String role, String swap, String decision) {
        return Tokens.as(by, role)
                .contentType(ContentType.JSON)
                .post(API + "rotas/swaps/" + swap + "/" + decision)
                .then();
    }

    private static void refused(ValidatableResponse response, String field, String code) {
        response.statusCode(400).body("errors[0].field", is(field)).body("errors[0].code", is(code));
    }

    private static List<String> on(Company company, int from, int until) {
        return days(company, TODAY.plusDays(from), TODAY.plusDays(until));
    }

    private static List<String> days(Company company, LocalDate from, LocalDate until) {
        return Tokens.as("hr", "HR")
                .get(API + "rotas/on?unit=" + company.unit() + "&from=" + from + "&until=" + until)
                .then()
                .statusCode(200)
                .extract()
                .path("username");
    }
}
