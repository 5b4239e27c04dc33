package io.gendan.core.approval;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Entry.What;
import io.gendan.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.core.approval.ApprovalFixture.ANYBODY_ONCE;
import static io.gendan.core.approval.ApprovalFixture.AUTHOR;
import static io.gendan.core.approval.ApprovalFixture.CONTENT;
import static io.gendan.core.approval.ApprovalFixture.anApproval;
import static io.gendan.core.approval.ApprovalFixture.approve;
import static io.gendan.core.approval.ApprovalFixture.ask;
import static io.gendan.core.approval.ApprovalFixture.by;
import static io.gendan.core.approval.ApprovalFixture.step;
import static io.gendan.core.approval.ApprovalFixture.submitted;
import static io.gendan.core.approval.ApprovalStatus.APPROVED;
import static io.gendan.core.approval.ApprovalStatus.OPEN;
import static io.gendan.core.approval.ApprovalStatus.RETURNED;
import static io.gendan.core.approval.ApprovalStatus.STUCK;
import static io.gendan.core.approval.ApprovalStatus.VOID;
import static io.gendan.core.approval.ApprovalStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ApprovalTest {
    private static final Apart NOBODY_APART = new Apart("author", Set.of("author", "approver"));

    static Stream<Arguments> illegalMoves() {
        return Stream.of(
                        act("approve", a -> a.approve(Set.of(), null, null, by("head")), OPEN),
                        act("return", a -> a.giveBack(Set.of(), null, Remark.onTheWhole("no"), by("head")), OPEN),
                        act("withdraw", a -> a.withdraw("mistake", by(AUTHOR)), OPEN, STUCK),
                        act("delegate", a -> a.delegate("deputy", true, "away", by("head")), OPEN),
                        act("add", a -> a.add("expert", true, true, "needed", by("head", "LEAD")), OPEN, STUCK),
                        act("escalate", a -> a.escalate("head", "lead", by(Act.SYSTEM)), OPEN),
                        act("ask", a -> a.ask(Set.of("head"), Set.of(), by(Act.SYSTEM)), OPEN, STUCK),
                        act("end", a -> a.end("canceled", by("supv")), OPEN, STUCK, APPROVED))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> act(
            String name, Consumer<Approval> act, ApprovalStatus first, ApprovalStatus... more) {
        return EnumSet.complementOf(EnumSet.of(first, more)).stream().map(other -> arguments(name, other, act));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing(String name, ApprovalStatus other, Consumer<Approval> act) {
        Approval approval = anApproval(other);
        var protocol = approval.protocol();

        assertThatThrownBy(() -> act.accept(approval)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(approval.status()).isEqualTo(other);
        assertThat(approval.protocol()).isEqualTo(protocol);
    }

    @Test
    void stepsAreTakenInTurnAndTheLastOneApproves() {
        Approval approval = anApproval();
        refused(approval, "lead", "approval-not-yours");

        approve(approval, "head");
        assertThat(approval.status()).isEqualTo(OPEN);
        assertThat(approval.waitsFor()).containsExactly("lead");
        approve(approval, "lead");

        assertThat(approval.status()).isEqualTo(APPROVED);
        assertThat(approval.protocol())
                .extracting(Entry::what)
                .containsExactly(What.SUBMITTED, What.ASKED, What.APPROVED, What.ASKED, What.APPROVED);
        assertThat(approval.protocol())
                .allSatisfy(entry -> assertThat(entry.checksum()).isEqualTo(CONTENT));
    }

    @Test
    void whoReadAnotherContentIsToldAndWhoNamesNoneTakesItAsItStands() {
        Approval approval = anApproval();

        assertThatThrownBy(() -> approval.approve(Set.of(), "stale", null, by("head")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("approval-content-changed");
        assertThatThrownBy(() -> approval.giveBack(Set.of(), "stale", Remark.onTheWhole("no"), by("head")))
                .hasMessageContaining("approval-content-changed");
        approval.approve(Set.of(), null, null, by("head"));

        assertThat(approval.steps().getFirst().passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "STUCK", "APPROVED"})
    void anotherContentVoidsWhateverWasAgreed(ApprovalStatus before) {
        Approval approval = anApproval(before);

        assertThat(approval.contentBecame(CONTENT, by(AUTHOR))).isFalse();
        assertThat(approval.status()).isEqualTo(before);
        assertThat(approval.contentBecame("other", by(AUTHOR))).isTrue();
        assertThat(approval.status()).isEqualTo(VOID);
    }

    @Test
    void theAuthorDecidesNeitherByHimselfNorForAnotherNorIsDecidedForByHisSubstitute() {
        Approval asked = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, AUTHOR)));
        assertThat(asked.status()).as("nobody but the author could be asked").isEqualTo(STUCK);

        Approval approval = anApproval();
        assertThatThrownBy(() -> approval.approve(Set.of("head"), null, null, by(AUTHOR)))
                .as("as the head's substitute")
                .hasMessageContaining("approval-part-taken");
        assertThatThrownBy(() -> approval.delegate(AUTHOR, true, "trust", by("head")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> approval.add(AUTHOR, true, true, "trust", by("head")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> asked.add("friend", true, true, "he is good", by(AUTHOR, "LEAD")))
                .as("the author names nobody for his own work")
                .hasMessageContaining("approval-not-yours");
        approval.ask(Set.of(AUTHOR, "head"), Set.of(), by(Act.SYSTEM)); // whatever a plan might find
        assertThatThrownBy(() -> approval.approve(Set.of(AUTHOR), null, null, by("substitute")))
                .as("the author's substitute for the author")
                .hasMessageContaining("approval-part-taken");
    }

    @Test
    void nobodyFillsTwoPartsThatARuleKeepsApartNeitherHimselfNorBySubstitutes() {
        Approval approval = ask(
                submitted(ANYBODY_ONCE, step("legal", Quorum.ANY, "head"), step("head", Quorum.ANY, "head", "deputy")));
        approval.approve(Set.of("head"), null, null, by("substitute"));
        ask(approval);

        assertThat(approval.excluded()).containsExactly(AUTHOR, "head", "substitute");
        assertThat(approval.waitsFor()).containsExactly("deputy");
        refused(approval, "head", "approval-not-yours");
        assertThatThrownBy(() -> approval.approve(Set.of("deputy"), null, null, by("substitute")))
                .hasMessageContaining("approval-part-taken");
    }

    @Test
    void whereNoRuleKeepsThemApartOnePersonIsAskedOnceAndTheProtocolSaysWhatCounted() {
        Approval approval = ask(submitted(
                NOBODY_APART,
                step("head", Quorum.ANY, "lead"),
                step("lead", Quorum.ANY, "lead"),
                step("end", Quorum.ALL, "lead", "deputy")));

        approve(approval, "lead");

        assertThat(approval.step().code()).isEqualTo("end");
        ask(approval);
        assertThat(approval.waitsFor()).as("of two, the one who has not spoken").containsExactly("deputy");
        approve(approval, "deputy");
        assertThat(approval.status()).isEqualTo(APPROVED);
        assertThat(approval.protocol())
                .filteredOn(entry -> entry.what() == What.COUNTED)
                .extracting(Entry::step, Entry::by, Entry::forWhom, Entry::countsFrom, Entry::checksum)
                .containsExactly(
                        tuple("lead", "lead", null, "head", CONTENT), tuple("end", "lead", null, "head", CONTENT));
        assertThat(approval.agreed()).extracting(Agreement::step).containsExactly("head", "lead", "end", "end");
        assertThat(approval.protocol())
                .filteredOn(entry -> entry.what() == What.ASKED)
                .flatExtracting(Entry::to)
                .as("nobody is asked twice")
                .containsExactly("lead", "deputy");
    }

    @Test
    void onlyWhatHeOrHisSubstituteSaidCountsAgainNotWhatAnotherSaidInHisPlace() {
        PlannedStep[] steps = {step("head", Quorum.ANY, "lead"), step("lead", Quorum.ANY, "lead")};
        Approval handedOn = ask(submitted(NOBODY_APART, steps));
        handedOn.delegate("deputy", true, "away", by("lead"));
        approve(handedOn, "deputy");
        assertThat(handedOn.status()).isEqualTo(OPEN);
        assertThat(handedOn.waitsFor()).containsExactly("lead");

        Approval late = ask(submitted(NOBODY_APART, steps));
        late.escalate("lead", "chair", by(Act.SYSTEM));
        approve(late, "chair");
        assertThat(late.waitsFor()).containsExactly("lead");

        Approval represented = ask(submitted(NOBODY_APART, steps));
        approve(represented, "deputy", "lead");
        assertThat(represented.status()).isEqualTo(APPROVED);
        assertThat(represented.protocol().getLast().forWhom()).isEqualTo("lead");
    }

    @Test
    void whoHandsItInIsAnAuthorWhoeverWroteIt() {
        Approval approval = new Approval(
                new Submission(
                                anApproval().about(),
                                anApproval().scope(),
                                CONTENT,
                                Set.of("somebody"),
                                ANYBODY_ONCE,
                                List.of(step("head", Quorum.ANY, AUTHOR)))
                        .handedInBy(AUTHOR),
                by(AUTHOR));

        assertThat(approval.authors()).containsExactly(AUTHOR, "somebody");
        assertThat(ask(approval).status()).isEqualTo(STUCK);
    }

    @Test
    void whoWasAppointedAndLeavesIsWaitedForNoMoreAndNothingPassesTherebyInSilence() {
        Approval handedOn = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, "head")));
        handedOn.delegate("deputy", true, "away", by("head"));
        handedOn.ask(Set.of("head"), Set.of("deputy"), by(Act.SYSTEM));
        assertThat(handedOn.waitsFor()).as("what was handed on comes back").containsExactly("head");

        Approval named = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, AUTHOR)));
        named.add("deputy", true, true, "known to be good", by("hr", "HR"));
        named.ask(Set.of(), Set.of("deputy"), by(Act.SYSTEM));
        assertThat(named.status()).isEqualTo(STUCK);

        Approval added = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, "head")));
        added.add("expert", false, false, "safety", by("head"));
        approve(added, "head");
        added.ask(Set.of("head"), Set.of("expert"), by(Act.SYSTEM));
        assertThat(added.status()).as("the expert has not spoken").isEqualTo(STUCK);
        added.add("other.expert", true, false, "in his place", by("hr", "HR"));
        approve(added, "other.expert");
        assertThat(added.status()).isEqualTo(APPROVED);
        assertThat(added.last().owner()).as("of those the plan asked").isEqualTo("head");
    }

    @Test
    void whoIsNamedIsOneThePlanWouldHave() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, AUTHOR)));

        assertThatThrownBy(() -> approval.add("hr", true, false, "myself", by("hr", "HR")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(approval.status()).isEqualTo(STUCK);
    }

    @Test
    void aSubstitutesDecisionCarriesBothNames() {
        Approval approval = anApproval();

        approve(approval, "deputy", "head");

        assertThat(approval.protocol())
                .filteredOn(entry -> entry.what() == What.APPROVED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("deputy");
                    assertThat(entry.forWhom()).isEqualTo("head");
                });
    }

    @Test
    void whoHandsHisDecisionOnHasItNoMore() {
        Approval approval = anApproval();

        assertThatThrownBy(() -> approval.delegate("clerk", false, "away", by("head")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> approval.delegate("deputy", true, "away", by("somebody")))
                .hasMessageContaining("approval-not-yours");
        approval.delegate("deputy", true, "away", by("head"));

        refused(approval, "head", "approval-not-yours");
        assertThat(approval.waitsFor()).containsExactly("deputy");
        approve(approval, "deputy");
        assertThat(approval.protocol()).extracting(Entry::what).contains(What.DELEGATED);
        assertThat(approval.excluded()).contains("head", "deputy");
    }

    @Test
    void whoIsAddedHasToAgreeWhateverTheQuorum() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, "head", "deputy")));

        approval.add("expert", false, false, "safety", by("head"));
        approve(approval, "deputy");
        assertThat(approval.status()).isEqualTo(OPEN);
        approve(approval, "expert");

        assertThat(approval.status()).isEqualTo(APPROVED);
    }

    @Test
    void whereNobodyIsFoundTheLeaderOrHrNamesSomebody() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.of(2), "head")));
        assertThat(approval.status()).isEqualTo(STUCK);
        assertThat(approval.protocol().getLast().what()).isEqualTo(What.NOBODY_FOUND);
        assertThat(approval.waitsFor()).isEmpty();

        assertThatThrownBy(() -> approval.add("deputy", false, true, "known to be good", by("clerk")))
                .hasMessageContaining("approval-not-yours");
        approval.add("deputy", true, true, "known to be good", by("hr", "HR"));
        assertThat(approval.status()).isEqualTo(OPEN);
        approve(approval, "deputy");
        approve(approval, "head");

        assertThat(approval.status()).isEqualTo(APPROVED);
    }

    @Test
    void whoLeavesIsAskedNoMoreAndHisSuccessorIs() {
        Approval approval = anApproval();

        approval.ask(Set.of("new.head"), Set.of(), by(Act.SYSTEM));
        refused(approval, "head", "approval-not-yours");
        approve(approval, "new.head");

        assertThat(approval.step().code()).isEqualTo("lead");
    }

    @Test
    void whenTheLastOfAllLeavesNothingPassesBySilence() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ALL, "head", "deputy")));
        approve(approval, "head");

        approval.ask(Set.of("head"), Set.of(), by(Act.SYSTEM));

        assertThat(approval.status()).isEqualTo(STUCK);
    }

    @Test
    void afterTheLimitTheSuperiorMayDecideInHisPlace() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ANY, "head")));

        approval.escalate("head", "lead", by(Act.SYSTEM));

        assertThat(approval.waitsFor()).containsExactly("head", "lead");
        approve(approval, "lead");
        assertThat(approval.protocol().getLast().forWhom()).isEqualTo("head");
    }

    @Test
    void onePersonHasOneVoiceInAStep() {
        Approval approval = ask(submitted(ANYBODY_ONCE, step("head", Quorum.ALL, "head", "deputy")));

        approve(approval, "head", "deputy");
        assertThatThrownBy(() -> approval.approve(Set.of("deputy"), null, null, by("head")))
                .hasMessageContaining("approval-not-yours");
        assertThatThrownBy(() -> approval.delegate("head", true, "away", by("deputy")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(approval.status()).isEqualTo(OPEN);
    }

    @Test
    void aReturnKeepsItsRemarksByField() {
        Approval approval = anApproval();
        var remarks = List.of(new Remark("breach-liability", "unclear"), new Remark(null, "too long"));

        approval.giveBack(Set.of(), CONTENT, remarks, by("head"));

        assertThat(approval.status()).isEqualTo(RETURNED);
        assertThat(approval.protocol().getLast().remarks()).isEqualTo(remarks);
        assertThat(Remark.text(remarks)).isEqualTo("breach-liability: unclear\ntoo long");
    }

    @Test
    void onlyAnAuthorWithdraws() {
        Approval approval = anApproval();

        assertThatThrownBy(() -> approval.withdraw("why not", by("head")))
                .hasMessageContaining("approval-not-the-author");
        approval.withdraw("mistake", by(AUTHOR));

        assertThat(approval.status()).isEqualTo(WITHDRAWN);
    }

    private static void refused(Approval approval, String who, String code) {
        var protocol = approval.protocol();
        assertThatThrownBy(() -> approval.approve(Set.of(), null, null, by(who)))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining(code);
        assertThat(approval.protocol()).isEqualTo(protocol);
    }
}
