package io.gendan.aftersales.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.problem.Problem;
import io.gendan.events.aftersales.TicketEvent.ComplaintWellFounded;
import io.gendan.events.aftersales.TicketEvent.TicketAcknowledged;
import io.gendan.events.aftersales.TicketEvent.TicketBreached;
import io.gendan.events.aftersales.TicketEvent.TicketClosed;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gendan.aftersales.ticket.TicketFixture.DUE;
import static io.gendan.aftersales.ticket.TicketFixture.LATER;
import static io.gendan.aftersales.ticket.TicketFixture.NOON;
import static io.gendan.aftersales.ticket.TicketFixture.asrep;
import static io.gendan.aftersales.ticket.TicketFixture.by;
import static io.gendan.aftersales.ticket.TicketFixture.founded;
import static io.gendan.aftersales.ticket.TicketStatus.ACKNOWLEDGED;
import static io.gendan.aftersales.ticket.TicketStatus.ANSWERED;
import static io.gendan.aftersales.ticket.TicketStatus.AT_DEPARTMENT;
import static io.gendan.aftersales.ticket.TicketStatus.CLASSIFIED;
import static io.gendan.aftersales.ticket.TicketStatus.CLOSED;
import static io.gendan.aftersales.ticket.TicketStatus.INVESTIGATED;
import static io.gendan.aftersales.ticket.TicketStatus.IN_WORK;
import static io.gendan.aftersales.ticket.TicketStatus.NEW;
import static io.gendan.aftersales.ticket.TicketStatus.RECEIVED;
import static io.gendan.aftersales.ticket.TicketStatus.REOPENED;
import static io.gendan.aftersales.ticket.TicketStatus.SOLUTION_PROPOSED;
import static io.gendan.aftersales.ticket.TicketStatus.TOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TicketTest {
    /** Where each act is legal; a ticket that was spoken about may be acknowledged no second time. */
    private static final Map<String, Set<TicketStatus>> LEGAL = Map.of(
            "acknowledge", Set.of(NEW, RECEIVED),
            "classify", Set.of(NEW),
            "assign", Set.of(CLASSIFIED, ACKNOWLEDGED, REOPENED),
            "answer", Set.of(CLASSIFIED, IN_WORK),
            "investigate", Set.of(AT_DEPARTMENT),
            "propose", Set.of(INVESTIGATED),
            "tell", Set.of(SOLUTION_PROPOSED),
            "close", Set.of(ANSWERED, TOLD),
            "reopen", Set.of(TOLD),
            "say",
                    Set.of(
                            NEW,
                            CLASSIFIED,
                            IN_WORK,
                            ANSWERED,
                            RECEIVED,
                            ACKNOWLEDGED,
                            AT_DEPARTMENT,
                            INVESTIGATED,
                            SOLUTION_PROPOSED,
                            TOLD,
                            REOPENED));

    static Stream<Arguments> illegal() {
        return LEGAL.entrySet().stream().flatMap(act -> Arrays.stream(TicketStatus.values())
                .filter(status -> !act.getValue().contains(status))
                .map(status -> Arguments.of(act.getKey(), status)));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void whatAStateHasNoExitForIsRefusedAndChangesNothing(String act, TicketStatus status) {
        Ticket ticket = TicketFixture.in(status);
        ticket.takeLog();

        assertThatThrownBy(() -> TicketFixture.ACTS.get(act).accept(ticket, asrep()))
                .isInstanceOf(Problem.IllegalMove.class);

        assertThat(ticket.status()).isEqualTo(status);
        assertThat(ticket.takeLog()).isEmpty();
    }

    static Stream<Arguments> legal() {
        return LEGAL.entrySet().stream()
                .flatMap(act -> act.getValue().stream().map(status -> Arguments.of(act.getKey(), status)));
    }

    @ParameterizedTest
    @MethodSource("legal")
    @Requirement("AFT-09")
    void everyStepIsInTheLog(String act, TicketStatus status) {
        Ticket ticket = TicketFixture.in(status);
        ticket.takeLog();

        TicketFixture.ACTS.get(act).accept(ticket, asrep());

        assertThat(ticket.takeLog()).hasSize(1);
    }

    @Test
    @Requirement("AFT-27")
    void acknowledgedOnTheLastInstantIsInTime() {
        Ticket ticket = TicketFixture.in(RECEIVED);

        assertThat(ticket.acknowledge(by("he.ling", DUE)))
                .singleElement()
                .isInstanceOfSatisfying(
                        TicketAcknowledged.class, e -> assertThat(e.inTime()).isTrue());
        assertThat(ticket.status()).isEqualTo(ACKNOWLEDGED);
    }

    @Test
    @Requirement("AFT-27")
    void onceBreachedItStaysMissedThoughItIsAcknowledgedLater() {
        Ticket ticket = TicketFixture.in(RECEIVED);
        assertThat(ticket.breach(DUE, by("system", DUE.plusSeconds(1)))).isInstanceOf(TicketBreached.class);

        assertThat(ticket.acknowledge(by("he.ling", DUE.plusSeconds(2))))
                .singleElement()
                .isInstanceOfSatisfying(
                        TicketAcknowledged.class, e -> assertThat(e.inTime()).isFalse());
        assertThat(ticket.view(RecordDeadlines.NONE).breachedAt()).isEqualTo(DUE.plusSeconds(1));
    }

    @Test
    void aBreachIsFoundOnceAndNotAfterTheAnswer() {
        Ticket missed = TicketFixture.in(NEW);
        missed.breach(DUE, by("system", DUE.plusSeconds(1)));
        assertThatThrownBy(() -> missed.breach(DUE, by("system", LATER))).isInstanceOf(Problem.IllegalMove.class);
        assertThat(((TicketAcknowledged)
                                missed.acknowledge(by("he.ling", LATER)).getFirst())
                        .inTime())
                .isFalse();

        Ticket answered = TicketFixture.in(CLASSIFIED);
        assertThatThrownBy(() -> answered.breach(DUE, by("system", LATER))).isInstanceOf(Problem.IllegalMove.class);
    }

    @Test
    @Requirement("AFT-33")
    void onlyAWellFoundedComplaintIsPublishedAsSuch() {
        assertThat(TicketFixture.in(AT_DEPARTMENT).investigate(founded("zhou.ting"), true, asrep()))
                .singleElement()
                .isInstanceOfSatisfying(ComplaintWellFounded.class, e -> assertThat(e.causedBy())
                        .isEqualTo("zhou.ting"));
        assertThat(TicketFixture.in(AT_DEPARTMENT)
                        .investigate(Investigation.of(false, null, "操作不当", "指导操作"), true, asrep()))
                .isEmpty();
    }

    @Test
    @Requirement("AFT-33")
    void whoCausedItIsNamedIfAndOnlyIfItIsWellFounded() {
        assertThatThrownBy(() -> Investigation.of(true, null, "装配错误", "更换")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> Investigation.of(false, "zhou.ting", "操作不当", "指导"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    @Requirement("ORG-10")
    void anybodyElseAnswersUntilItIsClosedAndInvestigatesOnlyAtTheDepartment(TicketStatus status) {
        Ticket answered = TicketFixture.in(status);
        if (status == CLOSED)
            assertThatThrownBy(() -> answered.takenOverBy("lin.na", asrep())).isInstanceOf(Problem.IllegalMove.class);
        else {
            answered.takenOverBy("lin.na", asrep());
            assertThat(answered.keeper()).isEqualTo("lin.na");
        }
        assertThat(answered.status()).isEqualTo(status);

        Ticket investigated = TicketFixture.in(status);
        if (status != AT_DEPARTMENT)
            assertThatThrownBy(() -> investigated.handledBy("lin.na", asrep())).isInstanceOf(Problem.IllegalMove.class);
        else {
            investigated.handledBy("lin.na", asrep());
            assertThat(investigated.investigator()).isEqualTo("lin.na");
        }
        assertThat(investigated.status()).isEqualTo(status);
    }

    @Test
    @Requirement({"ORG-10", "AFT-30"})
    void nobodyTakesOverAComplaintAboutHimself() {
        Ticket complaint = TicketFixture.opened(TicketKind.COMPLAINT, "wang.wei");
        assertThatThrownBy(() -> complaint.takenOverBy("wang.wei", asrep())).isInstanceOf(Problem.RuleBroken.class);
        complaint.acknowledge(asrep());
        complaint.assign("quality", "sun.lei", asrep());

        assertThatThrownBy(() -> complaint.handledBy("wang.wei", asrep())).isInstanceOf(Problem.RuleBroken.class);
        assertThat(complaint.investigator()).isEqualTo("sun.lei");
        assertThat(complaint.keeper()).isEqualTo("he.ling");
    }

    @Test
    @Requirement("AFT-30")
    void whoIsConcernedNeitherInvestigatesNorCloses() {
        Ticket complaint = TicketFixture.opened(TicketKind.COMPLAINT, "wang.wei");
        complaint.acknowledge(asrep());
        complaint.assign("quality", null, asrep());

        assertThatThrownBy(() -> complaint.investigate(founded("zhou.ting"), true, by("wang.wei", NOON)))
                .isInstanceOf(Problem.RuleBroken.class);
        assertThatThrownBy(() -> complaint.investigate(founded("zhou.ting"), true, by("zhou.ting", NOON)))
                .isInstanceOf(Problem.RuleBroken.class);
        assertThat(complaint.status()).isEqualTo(AT_DEPARTMENT);

        complaint.investigate(founded("zhou.ting"), true, asrep());
        complaint.propose("免费更换", asrep());
        complaint.tell("电话", asrep());
        for (String concerned : List.of("wang.wei", "zhou.ting"))
            assertThatThrownBy(() -> complaint.close("已更换", "满意", by(concerned, NOON)))
                    .isInstanceOf(Problem.RuleBroken.class);
        assertThat(complaint.close("已更换", "满意", asrep())).isInstanceOf(TicketClosed.class);
        assertThat(complaint.status()).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    @Requirement("AFT-09")
    void nothingIsClosedWithoutAResult(String result) {
        Ticket question = TicketFixture.in(ANSWERED);

        assertThatThrownBy(() -> question.close(result, null, asrep())).isInstanceOf(Problem.RuleBroken.class);

        assertThat(question.status()).isEqualTo(ANSWERED);
    }

    @Test
    void aReopenedComplaintGoesBackToTheDepartment() {
        Ticket complaint = TicketFixture.in(REOPENED);

        complaint.assign("quality", "sun.lei", asrep());

        assertThat(complaint.status()).isEqualTo(AT_DEPARTMENT);
    }
}
