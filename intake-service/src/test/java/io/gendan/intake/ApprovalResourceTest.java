package io.gendan.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.clock.Timekeeper;
import io.gendan.core.people.StaffDirectory;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.gendan.events.performance.StaffEvent.Substitute;
import io.gendan.testing.Requirement;
import io.gendan.testing.Tokens;
import io.gendan.testing.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.intake.IntakeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** How quotations and orders are approved, and how one might try to get round it. */
@QuarkusTest
class ApprovalResourceTest {
    private static final String APPROVALS = "/api/intake/v1/approvals/";
    private static final String QUOTATIONS = "/api/intake/v1/quotations/";
    private static final String ORDERS = "/api/intake/v1/orders/";
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    IntakeFixture intake;

    @Inject
    Told told;

    @Inject
    StaffDirectory staff;

    @Inject
    Sql sql;

    @Inject
    Timekeeper timekeeper;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String leader = named("leader");
    private final String head = named("head");
    private final String author = named("author");

    @BeforeEach
    void people() {
        intake.registerStaff();
        person("leader", null, "LEAD");
        person("head", "leader", "HEAD");
        person("author", "head", "BIZ");
    }

    @Test
    @Requirement({"QUO-16", "ORG-11", "INF-09"})
    void whoIsAskedFindsItDecidesOnWhatHeReadAndEverybodyReadsWhatHappened() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        String checksum = checksumOf(quotation);

        as(head, "HEAD")
                .get(APPROVALS + "?waitingForMe=true&status=OPEN")
                .then()
                .statusCode(200)
                .body("items.id", contains(approval))
                .body("items[0].recordType", is("quotation"))
                .body("items[0].step", is("head"))
                .body("items[0].checksum", is(checksum))
                .body("items[0].steps[0].due", notNullValue());
        assertThat(tasks(quotation)).containsExactly(head + " OPEN");
        as(head, "HEAD")
                .body(Map.of("checksum", checksum, "text", "同意"))
                .post(APPROVALS + approval + "/approve")
                .then()
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("steps[0].seats[0].approvedBy", is(head))
                .body("waiting", empty());

        read(quotation).body("status", is("APPROVED")).body("approver", is(head));
        assertThat(told.about(quotation)).contains("intake.quotation.approved.v1");
        assertThat(told.rulingsOn(quotation)).contains("quote.approval ALLOWED", "quote.approval.limit DEADLINE_SET");
        assertThat(tasks(quotation)).containsExactly(head + " DONE");
        assertThat(notices(quotation)).containsExactly(author + " approval-approved");
        as(head, "HEAD").get(APPROVALS + "?waitingForMe=true").then().body("items", empty());
        as(author, "BIZ").get(APPROVALS).then().body("items.id", contains(approval));
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .statusCode(200)
                .body("entries.what", contains("SUBMITTED", "ASKED", "APPROVED"))
                .body("entries.by", contains(author, author, head))
                .body("entries[1].to", contains(head))
                .body("entries[2].text", is("同意"))
                .body("entries[2].checksum", is(checksum))
                .body("entries[2].forWhom", nullValue());
    }

    @Test
    @Requirement({"QUO-16", "CON-08"})
    void whatWasReadBeforeItChangedIsNotWhatIsApproved() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        String old = checksumOf(quotation);
        as(head, "HEAD")
                .body(Map.of(
                        "checksum", old, "remarks", List.of(Map.of("field", "lines[0].unitPrice", "remark", "过低"))))
                .post(APPROVALS + approval + "/return")
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"));
        read(quotation).body("status", is("RETURNED")).body("remarks", is("lines[0].unitPrice: 过低"));
        as(author, "BIZ")
                .body(IntakeFixture.offer("2000"))
                .put(QUOTATIONS + quotation + "/offer")
                .then()
                .statusCode(200);
        post(author, "BIZ", QUOTATIONS + quotation + "/submit", null).statusCode(200);

        post(head, "HEAD", QUOTATIONS + quotation + "/approve?checksum=" + old, null)
                .statusCode(409)
                .body("code", is("approval-content-changed"));
        post(head, "HEAD", APPROVALS + approval + "/approve", Map.of("checksum", old))
                .statusCode(409)
                .body("code", is("illegal-move"));
        read(quotation).body("status", is("SUBMITTED"));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve?checksum=" + checksumOf(quotation), null)
                .statusCode(200)
                .body("status", is("APPROVED"));
        as(head, "HEAD")
                .get(APPROVALS + "?recordId=" + quotation)
                .then()
                .body("items.status", contains("APPROVED", "RETURNED"));
    }

    @Test
    @Requirement("QUO-16")
    void anApprovedQuotationIsNotEditedAndItsNextVersionIsNotApproved() {
        UUID quotation = submitted(null);
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(200);

        as(author, "BIZ")
                .body(IntakeFixture.offer("1"))
                .put(QUOTATIONS + quotation + "/offer")
                .then()
                .statusCode(409);
        post(IntakeFixture.SALES, "SALES", QUOTATIONS + quotation + "/send", null)
                .statusCode(200);
        post(IntakeFixture.SALES, "SALES", QUOTATIONS + quotation + "/want-changes", Map.of("remarks", "便宜些"))
                .statusCode(200);
        String revision = as(author, "BIZ")
                .body(IntakeFixture.offer("1"))
                .post(QUOTATIONS + quotation + "/revisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        post(IntakeFixture.SALES, "SALES", QUOTATIONS + revision + "/send", null)
                .statusCode(422)
                .body("code", is("quotation-not-approved"));
        post(head, "HEAD", QUOTATIONS + revision + "/approve", null)
                .statusCode(409)
                .body("code", is("approval-not-asked-for"));
    }

    @Test
    @Requirement("QUO-15")
    void aLowMarginIsSignedByTheHeadAndThenByTheLevelAbove() {
        UUID quotation = submitted("9500"); // 5 % of 10,000

        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("approval-not-yours"));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("SUBMITTED"));
        assertThat(tasks(quotation)).containsExactly(head + " DONE", leader + " OPEN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("approval-not-yours"))
                .body("detail", containsString(leader));
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));

        assertThat(told.rulingsOn(quotation)).contains("quote.margin.minimum ALLOWED");
    }

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

    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void whereNobodyIsFoundItIsSaidSoAndTheLeaderNamesSomebody() {
        person("hr", null, "HR");
        person("author", null, "BIZ");
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        as(leader, "LEAD").get(path).then().body("status", is("STUCK")).body("waiting", empty());
        as(named("hr"), "HR")
                .get(APPROVALS + "?status=STUCK")
                .then()
                .statusCode(200)
                .body("items.recordId", hasItem(quotation.toString()));
        assertThat(notices(quotation)).contains(leader + " approval-stuck", named("hr") + " approval-stuck");
        assertThat(tasks(quotation)).containsExactlyInAnyOrder("HR OPEN", "LEAD OPEN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(409);
        post(head, "HEAD", path + "/add-approver", Map.of("username", head, "reason", "自荐"))
                .statusCode(403);
        post(named("hr"), "HR", path + "/add-approver", Map.of("username", author, "reason", "自批"))
                .statusCode(400)
                .body("errors.code", contains("has-another-part"));
        post(named("hr"), "HR", path + "/add-approver", Map.of("username", head, "reason", "代管部门"))
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("waiting", contains(head));
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));

        as(author, "BIZ")
                .get(path + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "NOBODY_FOUND", "NAMED", "APPROVED"));
    }

    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void whoLeavesWhileItWaitsDecidesNoMoreAndTheNextAboveDoes() {
        UUID quotation = submitted(null);
        tell("head", "leader", "HEAD", TODAY.minusDays(1), List.of());
        await().until(() -> staff.find(head).filter(person -> !person.active()).isPresent());

        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(403)
                .body("code", is("staff-not-on-duty"));
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("approver", is(leader));
    }

    @Test
    @Requirement({"ORG-11", "QUO-16"})
    void afterTheLimitTheSuperiorMayDecideInHisPlaceAndBothAreTold() {
        UUID quotation = submitted(null);
        String approval = approvalOf(quotation);
        as(head, "HEAD")
                .get("/api/intake/v1/deadlines?recordId=" + quotation)
                .then()
                .statusCode(200)
                .body("items.code", contains("approve:head"))
                .body("items[0].owner", is(head));

        QuarkusTransaction.requiringNew()
                .run(() -> sql.run(
                        "update deadline set due_at = now() - interval '1 minute', warn_at = null,"
                                + " watch_at = now() - interval '1 minute' where record_id = ?",
                        quotation));
        timekeeper.strike();

        as(leader, "LEAD")
                .get(APPROVALS + approval)
                .then()
                .body("waiting", containsInAnyOrder(head, leader))
                .body("steps[0].seats[0].superior", is(leader));
        assertThat(tasks(quotation)).contains(head + " OPEN", leader + " OPEN");
        assertThat(notices(quotation)).contains(leader + " approval-late");
        post(leader, "LEAD", QUOTATIONS + quotation + "/approve", null)
                .statusCode(200)
                .body("status", is("APPROVED"));
        as(author, "BIZ")
                .get(APPROVALS + approval + "/protocol")
                .then()
                .body("entries.what", contains("SUBMITTED", "ASKED", "ESCALATED", "APPROVED"))
                .body("entries[3].forWhom", is(head));
        as(head, "HEAD")
                .get("/api/intake/v1/deadlines?recordId=" + quotation)
                .then()
                .body("items.status", containsInAnyOrder("MISSED", "MET"));
    }

    @Test
    @Requirement("ORG-11")
    void withEveryNewDayItIsLookedAtWhoIsAsked() {
        UUID quotation = submitted(null);
        person("new.head", "leader", "HEAD");
        person("author", "new.head", "BIZ");

        QuarkusTransaction.requiringNew()
                .run(() -> sql.run(
                        "update approval set look_at = now() - interval '1 minute' where record_id = ?", quotation));
        timekeeper.strike();

        as(named("new.head"), "HEAD")
                .get(APPROVALS + "?waitingForMe=true")
                .then()
                .body("items.recordId", contains(quotation.toString()));
        assertThat(tasks(quotation)).containsExactlyInAnyOrder(head + " DONE", named("new.head") + " OPEN");
    }

    @Test
    @Requirement("QUO-16")
    void ofManyWhoDecideAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);
        var decisions = List.<Callable<Integer>>of(
                () -> decide(path + "/approve", Map.of()),
                () -> decide(path + "/return", Map.of("remarks", List.of(Map.of("remark", "再议")))),
                () -> decide(QUOTATIONS + quotation + "/approve", Map.of()),
                () -> decide(path + "/approve", Map.of()));

        try (var threads = Executors.newFixedThreadPool(decisions.size())) {
            var answers = threads.invokeAll(decisions).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        as(author, "BIZ").get(path + "/protocol").then().body("entries.size()", is(3));
    }

    @Test
    void theAuthorWithdrawsAndNobodyElse() {
        UUID quotation = submitted(null);
        String path = APPROVALS + approvalOf(quotation);

        post(head, "HEAD", path + "/withdraw", Map.of("reason", "不需要"))
                .statusCode(403)
                .body("code", is("approval-not-the-author"));
        post(author, "BIZ", path + "/withdraw", Map.of("reason", "数量有误")).statusCode(200);

        read(quotation).body("status", is("DRAFT"));
        assertThat(tasks(quotation)).containsExactly(head + " WITHDRAWN");
        post(head, "HEAD", QUOTATIONS + quotation + "/approve", null).statusCode(409);
    }

    @Test
    @Requirement("INT-18")
    void anOrderApprovedOnOtherTermsHasToBeApprovedAgain() {
        UUID order = intake.draftOrder("6000");
        requestApproval(order);
        String old = orderAs(IntakeFixture.SUPERVISOR, "SUPV", order).extract().path("checksum");
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/disapprove", Map.of("reason", "账期过长"))
                .statusCode(200)
                .body("status", is("DRAFT"));
        var terms = new HashMap<>(IntakeFixture.terms());
        terms.put("paymentTerms", "货到付款");
        json(Tokens.as(IntakeFixture.SALES, "SALES"))
                .body(terms)
                .put(ORDERS + order + "/terms")
                .then()
                .statusCode(200);
        requestApproval(order);

        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve?checksum=" + old, null)
                .statusCode(409)
                .body("code", is("approval-content-changed"));
        String now = orderAs(IntakeFixture.SUPERVISOR, "SUPV", order)
                .body("checksum", not(old))
                .extract()
                .path("checksum");
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve?checksum=" + now, null)
                .statusCode(200)
                .body("status", is("CONFIRMED"));
        orderAs(IntakeFixture.SUPERVISOR, "SUPV", order).body("checksum", nullValue());
    }

    @Test
    @Requirement("INT-18")
    void aCanceledOrderWaitsForNobody() {
        UUID order = intake.draftOrder("6000");
        requestApproval(order);
        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/cancel", Map.of("reason", "客户撤单"))
                .statusCode(200);

        post(IntakeFixture.SUPERVISOR, "SUPV", ORDERS + order + "/approve", null)
                .statusCode(409);
        assertThat(tasks(order)).containsExactly(IntakeFixture.SUPERVISOR + " WITHDRAWN");
    }

    @Test
    @Requirement({"INT-17", "INT-18"})
    void ordersOfOneCustomerThatExceedTheAuthorityTogetherAreMarkedAndShown() {
        String portal = named("customer");
        UUID customer = intake.customer(portal);
        UUID first = intake.draftOrder(customer, "4000"); // 40,000 of 50,000
        UUID second = intake.draftOrder(customer, "1000.10");

        orderAs(IntakeFixture.SALES, "SALES", first).body("split", nullValue());
        orderAs(IntakeFixture.SUPERVISOR, "SUPV", second)
                .body("split.together.amount", is("50001.00"))
                .body("split.authority.amount", is("50000.00"));
        orderAs(portal, "CUST", second).body("split", nullValue());
        assertThat(told.rulingsOn(first)).isEmpty();
        assertThat(told.rulingsOn(second)).containsExactly("intake.authority.split MARKED");
    }

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

    private UUID submitted(String cost) {
        var offer = new HashMap<>(IntakeFixture.offer("1000"));
        if (cost != null) offer.put("cost", cost);
        String id = as(author, "BIZ")
                .body(Map.of("inquiryId", intake.inquiry(intake.customer()), "offer", offer))
                .post(QUOTATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(author, "BIZ", QUOTATIONS + id + "/submit", null).statusCode(200);
        return UUID.fromString(id);
    }

    private String approvalOf(UUID record) {
        return as(leader, "LEAD")
                .get(APPROVALS + "?recordId=" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private String checksumOf(UUID quotation) {
        return read(quotation).extract().path("checksum");
    }

    private ValidatableResponse read(UUID quotation) {
        return as(head, "HEAD").get(QUOTATIONS + quotation).then().statusCode(200);
    }

    private ValidatableResponse orderAs(String who, String role, UUID order) {
        return as(who, role).get(ORDERS + order).then().statusCode(200);
    }

    private void requestApproval(UUID order) {
        IntakeFixture.sales()
                .body(IntakeFixture.evidence())
                .post(ORDERS + order + "/request-approval")
                .then()
                .statusCode(200);
    }

    private int decide(String path, Object body) {
        return as(head, "HEAD").body(body).post(path).statusCode();
    }

    private ValidatableResponse post(String who, String role, String path, Object body) {
        var request = as(who, role);
        return (body == null ? request.post(path) : request.body(body).post(path)).then();
    }

    private RequestSpecification as(String who, String role) {
        return json(Tokens.as(who, role));
    }

    private List<String> tasks(UUID record) {
        return query(
                "select coalesce(assignee_person, assignee_role) || ' ' || status from task where record_id = ?"
                        + " order by opened_at, id",
                record);
    }

    private List<String> notices(UUID record) {
        return query("select recipient || ' ' || text_key from notice where record_id = ? order by id", record);
    }

    private List<String> query(String query, UUID record) {
        return QuarkusTransaction.requiringNew().call(() -> sql.column(String.class, query, record));
    }

    private void person(String name, String superior, String role) {
        tell(name, superior, role, null, List.of());
        await().until(() -> staff.find(named(name))
                .filter(person -> Objects.equals(person.superior(), superior == null ? null : named(superior)))
                .isPresent());
    }

    private void absent(String name, String superior, String role, String substitute) {
        tell(
                name,
                superior,
                role,
                null,
                List.of(new Substitute(named(substitute), TODAY.minusDays(1), TODAY.plusDays(1))));
        await().until(() -> staff.substituteOf(named(name), TODAY).equals(Optional.of(named(substitute))));
    }

    private void tell(String name, String superior, String role, LocalDate lastDay, List<Substitute> substitutes) {
        intake.send(
                "performance-staff",
                new StaffRegistered(
                        UUID.nameUUIDFromBytes(named(name).getBytes()),
                        named(name),
                        "sales-east",
                        "general",
                        null,
                        superior == null ? null : named(superior),
                        Set.of(role),
                        LocalDate.of(2020, 1, 1),
                        lastDay,
                        Instant.now(),
                        name,
                        null,
                        null,
                        null,
                        substitutes,
                        null));
    }

    private String named(String name) {
        return name + "." + number;
    }
}
