package io.gendan.performance.account;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import de.siegmar.fastcsv.reader.CsvReader;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.store.Sql;
import io.gendan.performance.PerformanceFixture;
import io.gendan.performance.PerformanceFixture.Company;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.performance.PerformanceFixture.API;
import static io.gendan.performance.PerformanceFixture.importPeople;
import static io.gendan.performance.PerformanceFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AccountResourceTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Inject
    PerformanceFixture fixture;

    @Inject
    RealmOfTests identity;

    @Inject
    Timekeeper timekeeper;

    @Inject
    Told told;

    @Inject
    Sql sql;

    @BeforeEach
    void begin() {
        identity.settings.managed = true;
    }

    @AfterEach
    void end() {
        identity.settings.managed = false;
        identity.settings.realm = identity.realm.address();
    }

    @Test
    @Requirement({"SEC-17", "ORG-01"})
    void whoIsRegisteredGetsAnAccountAndLosesItWhenHeLeaves() {
        Company company = fixture.company();
        bringIntoStep();

        account(company.seller()).body("status", is("OPEN")).body("fault", nullValue());
        assertThat(identity.realm.find(company.seller()).orElseThrow().roles()).contains("SALES");

        leave(company.seller(), today().minusDays(1));
        bringIntoStep();

        account(company.seller()).body("status", is("CLOSED"));
        assertThat(isEnabled(company.seller())).isFalse();
        assertThat(identity.realm.writesAbout(company.seller())).endsWith("PUT /users", "POST /users/logout");
    }

    @Test
    @Requirement("SEC-17")
    void onTheLastDayOfDutyTheAccountIsOpenUntilMidnight() {
        Company company = fixture.company();
        leave(company.seller(), today());

        bringIntoStep();

        assertThat(isEnabled(company.seller())).isTrue();
        assertThat(watchAt(company.seller()))
                .isEqualTo(today().plusDays(1).atStartOfDay(CHINA).toInstant());
    }

    @Test
    @Requirement("SEC-17")
    void beforeTheFirstDayOfDutyThereIsNoAccount() {
        Company company = fixture.company();
        String newcomer = "new" + company.seller();
        importDated(newcomer, company, today().plusDays(1));

        bringIntoStep();

        account(newcomer).body("status", is("CLOSED"));
        assertThat(identity.realm.find(newcomer)).isEmpty();
        assertThat(watchAt(newcomer))
                .isEqualTo(today().plusDays(1).atStartOfDay(CHINA).toInstant());

        importDated(newcomer, company, today());
        bringIntoStep();

        assertThat(isEnabled(newcomer)).isTrue();
    }

    @Test
    @Requirement({"SEC-17", "ORG-01"})
    void anotherPostGivesTheRolesOfThePostAndTakesTheOthers() {
        Company company = fixture.company();
        bringIntoStep();

        importPeople(row(company.seller(), company.unit(), "L1", company.supervisor(), "MERCH CS"))
                .body("changed", is(1));
        bringIntoStep();

        assertThat(identity.realm.find(company.seller()).orElseThrow().roles())
                .containsExactlyInAnyOrder("default-roles-gendan", "CS", "MERCH");
    }

    @Test
    void whatChangesNothingAboutTheAccountDoesNotMakeItDue() {
        Company company = fixture.company();
        bringIntoStep();
        int before = identity.realm.writes().size();

        importPeople(row(company.seller(), company.unit(), "L2", company.supervisor(), "SALES"))
                .body("changed", is(1));

        account(company.seller()).body("status", is("OPEN"));
        assertThat(identity.realm.writes()).hasSize(before);
    }

    @Test
    void aDryRunWantsNothing() {
        Company company = fixture.company();
        String newcomer = "new" + company.seller();

        importPeople(row(newcomer, company.unit(), "L1", company.supervisor(), "SALES"), true)
                .body("added", is(1));

        account(newcomer, 404);
    }

    @Test
    void whileTheProviderIsAwayTheFaultIsReadableAndLaterItIsMadeUpFor() {
        Company company = fixture.company();
        identity.settings.realm = URI.create("http://127.0.0.1:1/realms/gendan");

        timekeeper.strike();
        timekeeper.strike();

        long tried = number("select count(*) from account where fault = 'PROVIDER_AWAY'");
        assertThat(tried).as("one finds out for all").isEqualTo(1);
        String one = sql.column(String.class, "select username from account where fault = 'PROVIDER_AWAY'")
                .getFirst();
        account(one)
                .body("status", is("DUE"))
                .body("attempts", is(1))
                .body("fault.code", is("provider-away"))
                .body("fault.message", is("The identity provider does not answer. It is tried again by itself."))
                .body("nextLook", notNullValue());

        identity.settings.realm = identity.realm.address();
        retry(one, "HR").statusCode(200).body("status", is("DUE")).body("attempts", is(0));
        bringIntoStep();

        account(one).body("status", is("OPEN")).body("fault", nullValue());
        assertThat(identity.realm.find(company.seller())).isPresent();
    }

    @Test
    void whatAPersonHasToPutRightIsRefusedUntilHeDoes() {
        Company company = fixture.company();
        String newcomer = "new" + company.seller();
        identity.realm.has("other" + newcomer, "李", newcomer + "@gendan.example");
        importPeople(row(newcomer, company.unit(), "L1", company.supervisor(), "SALES"));
        bringIntoStep();

        account(newcomer).body("status", is("REFUSED")).body("fault.code", is("email-taken"));
        Tokens.as("hr", "HR")
                .queryParam("status", "REFUSED")
                .get(API + "accounts")
                .then()
                .body("items.username", hasItem(newcomer));

        importPeople("%s,姓名,%s@elsewhere.example,%s,L1,%s,SALES,岗位\n"
                .formatted(newcomer, newcomer, company.unit(), company.supervisor()));
        bringIntoStep();

        account(newcomer).body("status", is("OPEN"));
    }

    @Test
    void aCustomersAccountIsNotTouchedThoughTheRegisterNamesIt() {
        Company company = fixture.company();
        String customer = "cust" + company.seller();
        identity.realm.has(customer, "客户", customer + "@customer.example", "CUST");

        importPeople(row(customer, company.unit(), "L1", company.supervisor(), "SALES"));
        bringIntoStep();

        account(customer).body("status", is("REFUSED")).body("fault.code", is("customer-account"));
        assertThat(identity.realm.writesAbout(customer)).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutRightAtTheNextComparison() {
        Company company = fixture.company();
        leave(company.seller(), today().minusDays(1));
        bringIntoStep();
        identity.realm.has(company.seller(), "姓名", company.seller() + "@gendan.example", "SALES");

        lookAt(company.seller());
        bringIntoStep();

        assertThat(isEnabled(company.seller())).isFalse();
    }

    @Test
    void severalReplicasMakeOneAccountOnce() throws Exception {
        Company company = fixture.company();
        Callable<Void> replica = () -> {
            bringIntoStep();
            return null;
        };
        try (var replicas = Executors.newFixedThreadPool(3)) {
            for (var done : replicas.invokeAll(List.of(replica, replica, replica))) done.get();
        }

        for (String username : List.of(company.leader(), company.head(), company.seller(), company.clerk()))
            assertThat(identity.realm.writesAbout(username))
                    .containsExactlyInAnyOrder("POST", "POST /users/role-mappings/realm");
    }

    @Test
    void whereTheCompanyKeepsItsAccountsItselfNothingIsDone() {
        identity.settings.managed = false;
        Company company = fixture.company();

        timekeeper.strike();

        account(company.seller()).body("status", is("NOT_MANAGED"));
        assertThat(identity.realm.find(company.seller())).isEmpty();
    }

    @Test
    void theComingAndGoingOfRightsIsInTheAuditTrail() {
        Company company = fixture.company();
        bringIntoStep();
        leave(company.seller(), today().minusDays(1));
        bringIntoStep();
        lookAt(company.seller());
        bringIntoStep();

        var id = sql.column(UUID.class, "select id from account where username = ?", company.seller())
                .getFirst();
        assertThat(told.auditOf(id))
                .containsExactly(
                        "system performance.account.opened",
                        "hr performance.account.due",
                        "system performance.account.closed");
    }

    @Test
    void onlyStaffAndSystemAdministratorsSeeAccounts() {
        Company company = fixture.company();

        Tokens.as(company.seller(), "SALES").get(API + "accounts").then().statusCode(403);
        retry(company.seller(), "SUPV").statusCode(403);
        retry("nobody.there", "ADMIN").statusCode(404);
        Tokens.as("biyun", "ADMIN").get(API + "accounts").then().statusCode(200);
    }

    @Test
    @Requirement("ORG-01")
    void takingTheDemoCompanyOverChangesNoAccount() throws IOException {
        var identityFolder = Path.of("../deploy/identity");
        List<String> staff = new ArrayList<>();
        try (var people = CsvReader.builder().ofNamedCsvRecord(identityFolder.resolve("people.csv"))) {
            people.forEach(person -> {
                String[] roles = person.getField("roles").split(" ");
                identity.realm.has(
                        person.getField("username"), person.getField("name"), person.getField("email"), roles);
                if (!List.of(roles).contains("CUST")) staff.add(person.getField("username"));
            });
        }
        bringIntoStep();
        int before = identity.realm.writes().size();

        importFile("units", Files.readAllBytes(identityFolder.resolve("units.csv")));
        importFile("staff", Files.readAllBytes(identityFolder.resolve("people.csv")));
        staff.forEach(this::lookAt);
        bringIntoStep();

        assertThat(identity.realm.writes()).hasSize(before);
        assertThat(staff).hasSizeGreaterThan(50).allSatisfy(username -> account(username)
                .body("status", is("OPEN"))
                .body("invitedAt", nullValue()));
    }

    private void bringIntoStep() {
        await().until(() -> {
            timekeeper.strike();
            return number("select count(*) from account where watch_at < now()") == 0;
        });
    }

    private void lookAt(String username) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.run(
                        "update account set watch_at = now() - interval '1 minute' where username = ?", username));
    }

    private long number(String query) {
        return sql.column(Long.class, query).getFirst();
    }

    private Instant watchAt(String username) {
        return sql.column(OffsetDateTime.class, "select watch_at from account where username = ?", username)
                .getFirst()
                .toInstant();
    }

    private boolean isEnabled(String username) {
        return identity.realm
                .find(username)
                .orElseThrow()
                .user()
                .path("enabled")
                .asBoolean();
    }

    private static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    private static ValidatableResponse account(String username) {
        return account(username, 200);
    }

    private static ValidatableResponse account(String username, int status) {
        return Tokens.as("hr", "HR").get(API + "accounts/" + username).then().statusCode(status);
    }

    private static ValidatableResponse retry(String username, String role) {
        return Tokens.as("hr", role)
                .post(API + "accounts/" + username + "/retry")
                .then();
    }

    private static void leave(String username, LocalDate on) {
        Tokens.as("hr", "HR")
                .contentType(ContentType.JSON)
                .body(Map.of("on", on.toString()))
                .post(API + "staff/" + username + "/leave")
                .then()
                .statusCode(200);
    }

    private static void importDated(String username, Company company, LocalDate from) {
        Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body("username,name,email,unit,level,superior,roles,post,active_from\n"
                        + "%s,姓名,%s@gendan.example,%s,L1,%s,SALES,岗位,%s\n"
                                .formatted(username, username, company.unit(), company.supervisor(), from))
                .post(API + "staff/import")
                .then()
                .statusCode(200)
                .body("errors.size()", is(0));
    }

    private static void importFile(String what, byte[] file) {
        Tokens.as("hr", "HR")
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post(API + what + "/import")
                .then()
                .statusCode(200)
                .body("errors.size()", is(0));
    }
}
