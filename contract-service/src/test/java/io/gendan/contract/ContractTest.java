package io.gendan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.core.act.Act;
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
    private final Act legal = act("he.fang", "LEGAL");
    private final Act head = act("li.qiang", "HEAD");
    private final Act leader = act("zheng.hua", "LEAD");
    private final Act sealHolder = act("feng.da", "SEAL");

    @Test
    void theWholeWayTellsWhatOthersWaitFor() {
        Contract contract = aContract(LEAD_SIGNOFF);
        contract.signOff(leader);
        assertThat(contract.approved(leader).textChecksum()).isEqualTo(contract.checksum());
        contract.seal(sealHolder);
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

        assertIllegal(contract, other, () -> contract.submit(List.of(), NOON, drafter));
        assertIllegal(contract, other, () -> contract.edit(text(clauses()), drafter));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LEGAL_REVIEW")
    void legalDecidesOnlyWhatLiesBeforeIt(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, () -> contract.approveLegally(legal));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HEAD_SIGNOFF", "LEAD_SIGNOFF"})
    void onlyAReviewedTextIsSignedOff(ContractStatus other) {
        Contract contract = aContract(other);

        assertIllegal(contract, other, () -> contract.signOff(head));
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

        assertIllegal(contract, other, () -> contract.seal(sealHolder));
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "LEGAL_REVIEW", "HEAD_SIGNOFF", "LEAD_SIGNOFF"})
    @Requirement({"CON-06", "CON-12"})
    void nothingIsSealedOrSignedBeforeAllHaveAgreed(ContractStatus early) {
        Contract contract = aContract(early);

        assertThatThrownBy(() -> contract.seal(sealHolder))
                .isInstanceOfSatisfying(
                        Problem.RuleBroken.class,
                        refused -> assertThat(refused.ruling().rule()).isEqualTo("contract.seal"));
        assertIllegal(contract, early, () -> contract.sign(signature(Signature.Side.OURS, false), head));
    }

    @ParameterizedTest
    @EnumSource(names = {"LEGAL_REVIEW", "HEAD_SIGNOFF", "LEAD_SIGNOFF", "APPROVED"})
    @Requirement("CON-08")
    void aReturnVoidsAllApprovals(ContractStatus from) {
        Contract contract = aContract(from);
        Act returner = act("someone", "LEGAL", "HEAD", "LEAD");

        var returned = contract.sendBack("条款不清", returner);

        assertThat(returned.remarks()).isEqualTo("条款不清");
        assertThat(contract.status()).isEqualTo(DRAFT);
        assertThat(contract.view(List.of()).approvals()).isEmpty();
        contract.submit(List.of(), NOON, drafter);
        contract.approveLegally(legal);
        assertThat(contract.status()).isEqualTo(HEAD_SIGNOFF);
    }

    @Test
    @Requirement("CON-08")
    void theHeadSignsOffBeforeTheLeader() {
        Contract contract = aContract(HEAD_SIGNOFF);

        assertThatThrownBy(() -> contract.signOff(leader))
                .isInstanceOf(Problem.RuleBroken.class)
                .extracting("code")
                .isEqualTo("contract-not-your-step");
        assertThat(contract.status()).isEqualTo(HEAD_SIGNOFF);
    }

    @Test
    @Requirement("CON-09")
    void nobodyHasTwoPartsInOneContract() {
        Act allOfThem = act("sun.lei", "BIZ", "LEGAL", "HEAD", "LEAD");
        Contract review = aContract(LEGAL_REVIEW);
        Contract signOff = aContract(LEAD_SIGNOFF);
        Contract edited = aContract(DRAFT);
        edited.edit(text(clauses()), act("he.fang", "SALES"));
        edited.submit(List.of(), NOON, drafter);

        assertThatThrownBy(() -> review.approveLegally(allOfThem)).isInstanceOf(Problem.RuleBroken.class);
        assertThatThrownBy(() -> signOff.signOff(act("li.qiang", "LEAD")))
                .isInstanceOf(Problem.RuleBroken.class)
                .extracting("code")
                .isEqualTo("contract-parts-clash");
        assertThatThrownBy(() -> edited.approveLegally(legal)).isInstanceOf(Problem.RuleBroken.class);
    }

    @Test
    @Requirement("CON-02")
    void aBlankMandatoryClauseIsNamed() {
        Contract contract = contract(Map.of("scope", "减速机供货", "breach-liability", " "));

        assertThatThrownBy(() -> contract.submit(List.of(), NOON, drafter))
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

        assertThat(contract.view(List.of()).signatures()).hasSize(1);
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
        contract.submit(List.of(), NOON, drafter);
        if (status == LEGAL_REVIEW) return contract;
        contract.approveLegally(legal);
        if (status == HEAD_SIGNOFF) return contract;
        contract.signOff(head);
        if (status == LEAD_SIGNOFF) return contract;
        contract.signOff(leader);
        if (status == APPROVED) return contract;
        contract.seal(sealHolder);
        if (status == SEALED_OURS) return contract;
        contract.sign(signature(Signature.Side.OURS, false), head);
        contract.sign(signature(Signature.Side.CUSTOMER, true), drafter);
        contract.takeEffect(TODAY, drafter);
        return contract;
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
