package io.gendan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.core.act.Act;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Ids;
import io.gendan.events.Money;
import io.gendan.events.contract.ContractEvent;
import io.gendan.events.intake.OrderLine;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static io.gendan.contract.ContractStatus.APPROVED;
import static io.gendan.contract.ContractStatus.DRAFT;
import static io.gendan.contract.ContractStatus.EFFECTIVE;
import static io.gendan.contract.ContractStatus.HEAD_SIGNOFF;
import static io.gendan.contract.ContractStatus.LEAD_SIGNOFF;
import static io.gendan.contract.ContractStatus.LEGAL_REVIEW;
import static io.gendan.contract.ContractStatus.SEALED_OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractTest {
    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID CUSTOMER = Ids.next();

    private final Act drafter = act("sun.lei", "BIZ");
    private final Act head = act("li.qiang", "HEAD");
    private final Act leader = act("zheng.hua", "LEAD");
    private final Act sealHolder = act("feng.da", "SEAL");

    @Test
    void theWholeWayTellsWhatOthersWaitFor() {
        Contract contract = aContract(LEAD_SIGNOFF);
        assertThat(contract.approve("zheng.hua", leader).textChecksum()).isEqualTo(contract.checksum());
        contract.seal(all(contract), sealHolder);
        contract.sign(signature(Signature.Side.OURS, false), head);
        assertThat(contract.isComplete(head)).isFalse();
        contract.sign(signature(Signature.Side.CUSTOMER, true), drafter);
        assertThat(contract.isComplete(drafter)).isTrue();

        ContractEvent.ContractEffective effective = contract.takeEffect(TODAY, drafter);

        assertThat(contract.status()).isEqualTo(EFFECTIVE);
        assertThat(effective.amount()).isEqualTo(Money.cny("10000"));
        assertThat(effective.key()).isEqualTo(contract.orderId());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DRAFT")
    void onlyADraftIsEditedOrSubmitted(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, () -> contract.submit(List.of(), drafter));
        assertIllegal(contract, other, () -> contract.edit(text(clauses()), drafter));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LEGAL_REVIEW")
    void legalDecidesOnlyWhatLiesBeforeIt(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, contract::requireLegalReview);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HEAD_SIGNOFF", "LEAD_SIGNOFF"})
    void onlyAReviewedTextIsSignedOff(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, contract::requireSignOff);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "SEALED_OURS", "EFFECTIVE"})
    void whatIsNotSubmittedOrAlreadySealedIsNotReturned(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, () -> contract.sendBack("条款不清", leader));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEALED_OURS", "EFFECTIVE"})
    void whatIsSealedIsNotSealedAgain(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, () -> contract.seal(all(contract), sealHolder));
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "LEGAL_REVIEW", "HEAD_SIGNOFF", "LEAD_SIGNOFF"})
    @Requirement({"CON-06", "CON-12"})
    void nothingIsSealedOrSignedBeforeAllHaveAgreed(ContractStatus early) {
        Contract contract = aContract(early);

        assertThatThrownBy(() -> contract.seal(GivenApprovals.NONE, sealHolder))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class,
                        refused -> assertThat(refused.ruling().rule()).isEqualTo("contract.seal"));
        assertIllegal(contract, early, () -> contract.sign(signature(Signature.Side.OURS, false), head));
    }

    @ParameterizedTest
    @EnumSource(names = {"LEGAL_REVIEW", "HEAD_SIGNOFF", "LEAD_SIGNOFF", "APPROVED"})
    @Requirement("CON-08")
    void aReturnStartsAgain(ContractStatus from) {
        Contract contract = aContract(from);

        var returned = from == APPROVED ? contract.takeBack("条款不清", head) : contract.sendBack("条款不清", head);

        assertThat(returned.remarks()).isEqualTo("条款不清");
        assertThat(contract.status()).isEqualTo(DRAFT);
        contract.submit(List.of(), drafter);
        assertThat(contract.status()).isEqualTo(LEGAL_REVIEW);
    }

    @Test
    @Requirement({"CON-06", "CON-08", "ORG-11"})
    void legalThenHeadThenLeaderAreAsked() {
        var submission = contract(clauses()).submit(List.of(), drafter);

        assertThat(submission.authors()).containsExactly("sun.lei");
        assertThat(submission.steps()).extracting(PlannedStep::code).containsExactly("LEGAL", "HEAD", "LEAD");
        assertThat(submission.steps())
                .flatExtracting(PlannedStep::approvers)
                .containsExactly(
                        new Approver.Holder("LEGAL", "sales-east"),
                        new Approver.Superior("zhao.min", Set.of("HEAD")),
                        new Approver.Superior("zhao.min", Set.of("LEAD")));
        assertThat(submission.steps())
                .extracting(step -> step.limit().key())
                .containsExactly("contract.legal.limit", "contract.signoff.limit", "contract.signoff.limit");
    }

    @Test
    @Requirement("CON-08")
    void theHeadSignsOffBeforeTheLeader() {
        Contract contract = aContract(HEAD_SIGNOFF);

        assertThatThrownBy(() -> contract.requireOffice(ApprovalStep.HEAD, decider("zheng.hua", "LEAD"), leader))
                .isInstanceOf(Problem.RuleBroken.class)
                .extracting("code")
                .isEqualTo("contract-not-your-step");
        contract.requireOffice(ApprovalStep.HEAD, decider("li.qiang", "HEAD"), head);
    }

    @Test
    @Requirement({"CON-09", "ORG-12"})
    void nobodyHasTwoPartsInOneContractNorBySubstitutes() {
        Contract contract = aContract(DRAFT);
        contract.edit(text(clauses()), act("he.fang", "SALES"));
        var byLegal = new GivenApprovals(
                List.of(new Approval(ApprovalStep.LEGAL, "deputy", "ma.jun", NOON, contract.checksum())));

        for (var person : List.of("sun.lei", "he.fang"))
            assertClash(contract, ApprovalStep.LEGAL, GivenApprovals.NONE, decider(person, "LEGAL"));
        for (var person : List.of("sun.lei", "deputy", "ma.jun")) {
            assertClash(contract, ApprovalStep.HEAD, byLegal, decider(person, "HEAD"));
            assertClash(contract, ApprovalStep.HEAD, byLegal, new Decider(person, "li.qiang", Set.of("HEAD")));
            assertClash(contract, ApprovalStep.HEAD, byLegal, new Decider("li.qiang", person, Set.of("HEAD")));
        }
        contract.requireNoOtherPart(ApprovalStep.HEAD, decider("li.qiang", "HEAD"), byLegal, head);
    }

    private static void assertClash(Contract contract, ApprovalStep step, GivenApprovals given, Decider decider) {
        assertThatThrownBy(() -> contract.requireNoOtherPart(step, decider, given, act(decider.by())))
                .isInstanceOf(Problem.RuleBroken.class)
                .extracting("code")
                .isEqualTo("contract-parts-clash");
    }

    @Test
    @Requirement("CON-02")
    void aBlankMandatoryClauseIsNamed() {
        Contract contract = contract(Map.of("scope", "减速机供货", "breach-liability", " "));

        assertThatThrownBy(() -> contract.submit(List.of(), drafter))
                .isInstanceOfSatisfying(Problem.RuleBroken.class, refused -> assertThat(
                                refused.arguments().get("missing"))
                        .asString()
                        .contains("breach-liability", "payment-method")
                        .doesNotContain("scope"));
        assertThat(contract.status()).isEqualTo(DRAFT);
    }

    @Test
    @Requirement("CON-11")
    void theCustomersSealCanFollowHisSignature() {
        Contract contract = aContract(SEALED_OURS);
        contract.sign(signature(Signature.Side.OURS, false), head);
        contract.sign(signature(Signature.Side.CUSTOMER, false), drafter);
        assertThat(contract.isComplete(drafter)).isFalse();
        assertThatThrownBy(() -> contract.takeEffect(TODAY, drafter)).isInstanceOf(Problem.RuleBroken.class);

        contract.sign(signature(Signature.Side.CUSTOMER, true), drafter);

        assertThat(contract.isComplete(drafter)).isTrue();
        assertThatThrownBy(() -> contract.sign(signature(Signature.Side.CUSTOMER, true), drafter))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Requirement("CON-11")
    void whoSignsForUsNeedsOfficeOrAuthorization() {
        Contract contract = aContract(APPROVED);
        Act sales = act("zhao.min", "SALES");

        assertThatThrownBy(() -> contract.sign(signature(Signature.Side.OURS, false), sales))
                .isInstanceOf(Problem.NotAllowed.class);
        contract.authorize("zhao.min");
        contract.sign(signature(Signature.Side.OURS, false), sales);

        assertThat(contract.view(List.of(), GivenApprovals.NONE).signatures()).hasSize(1);
    }

    @Test
    void whateverChangesTheTextChangesItsChecksum() {
        var one = text(Map.of("a", "1", "b", "2"));

        assertThat(one.checksum("HT-1"))
                .isEqualTo(text(Map.of("b", "2", "a", "1")).checksum("HT-1"));
        assertThat(one.checksum("HT-1"))
                .isNotEqualTo(one.checksum("HT-2"))
                .isNotEqualTo(text(Map.of("a", "1\nclause b 1\n2")).checksum("HT-1"))
                .isNotEqualTo(text(Map.of("a", "1", "b", "2 ")).checksum("HT-1"));
    }

    private Contract aContract(ContractStatus status) {
        Contract contract = contract(clauses());
        if (EnumSet.of(DRAFT).contains(status)) return contract;
        contract.submit(List.of(), drafter);
        if (status == LEGAL_REVIEW) return contract;
        contract.waitFor(ApprovalStep.HEAD);
        if (status == HEAD_SIGNOFF) return contract;
        contract.waitFor(ApprovalStep.LEAD);
        if (status == LEAD_SIGNOFF) return contract;
        contract.approve("zheng.hua", leader);
        if (status == APPROVED) return contract;
        contract.seal(all(contract), sealHolder);
        if (status == SEALED_OURS) return contract;
        contract.sign(signature(Signature.Side.OURS, false), head);
        contract.sign(signature(Signature.Side.CUSTOMER, true), drafter);
        contract.takeEffect(TODAY, drafter);
        return contract;
    }

    private static GivenApprovals all(Contract contract) {
        return new GivenApprovals(Stream.of(ApprovalStep.values())
                .map(step -> new Approval(step, step.name(), null, NOON, contract.checksum()))
                .toList());
    }

    private static Decider decider(String by, String role) {
        return new Decider(by, by, Set.of(role));
    }

    private Contract contract(Map<String, String> clauses) {
        return new Contract("HT-2026-000001", order(), text(clauses), drafter);
    }

    private static ContractText text(Map<String, String> clauses) {
        return ContractText.of(order(), "华东机械有限公司", "本公司", ContractText.Departure.NONE, clauses);
    }

    private static Map<String, String> clauses() {
        return ContractFixture.clauses();
    }

    private static Confirmed order() {
        var line = new OrderLine("减速机 R57", "standard", BigDecimal.TEN, "台", Money.cny("1000"), Money.cny("10000"));
        return new Confirmed(
                new UUID(1, 2),
                "SO-2026-000001",
                CUSTOMER,
                "general",
                "sales-east",
                "zhao.min",
                List.of(line),
                Money.cny("10000"),
                "上海市浦东新区张江路1号",
                LocalDate.of(2026, 12, 20),
                "预付30%，验收后付清",
                true,
                false);
    }

    private static Signature signature(Signature.Side side, boolean sealed) {
        return new Signature(side, "李强", "部门负责人", TODAY, "扫描件", sealed, "li.qiang", NOON);
    }

    private static Act act(String by, String... roles) {
        return new Act(by, Set.of(roles), NOON, RULEBOOK);
    }

    private static void assertIllegal(Contract contract, ContractStatus unchanged, Runnable move) {
        assertThatThrownBy(move::run).isInstanceOf(Problem.IllegalMove.class);
        assertThat(contract.status()).isEqualTo(unchanged);
    }
}
