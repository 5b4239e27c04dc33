package io.gendan.intake.inquiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.events.intake.InquiryEvent.InquiryAnswered;
import io.gendan.events.intake.InquiryEvent.InquiryReceived;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InquiryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant DUE = NOON.plusSeconds(7200);
    private static final Rulebook RULES = Rulebook.load();
    private static final InquiryDetails NONE = new InquiryDetails(null, null, null, null, null, null, null, null, null);
    private static final InquiryDetails COMPLETE = new InquiryDetails(
            "华东机械", "王先生", "138", "上海", "减速机", BigDecimal.TEN, LocalDate.of(2026, 12, 20), null, null);

    private static Act act(Instant at) {
        return new Act("zhao.min", Set.of("SALES"), at, RULES);
    }

    private static Inquiry received(InquiryDetails details) {
        var inquiry = new Inquiry("INQ-2026-000001", "phone", "general", "sales-east", UUID.randomUUID(), details);
        inquiry.receive(act(NOON), DUE);
        return inquiry;
    }

    @Test
    @Requirement("INT-01")
    void aCompleteInquiryIsReceivedWithNumberChannelTimeAndReceiver() {
        var inquiry = new Inquiry("INQ-2026-000001", "phone", "general", "sales-east", null, COMPLETE);

        var event = inquiry.receive(act(NOON), DUE);

        assertThat(inquiry.status()).isEqualTo(InquiryStatus.RECEIVED);
        assertThat(event)
                .isEqualTo(new InquiryReceived(
                        inquiry.id(), "INQ-2026-000001", "phone", "general", "sales-east", "zhao.min", DUE, NOON));
    }

    @Test
    @Requirement("INT-01")
    void aChannelThatIsNotOfferedIsAWrongField() {
        var inquiry = new Inquiry("INQ-1", "telex", "general", "sales-east", null, COMPLETE);

        assertThatThrownBy(() -> inquiry.receive(act(NOON), DUE)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    @Requirement({"INT-02", "INT-03", "INT-04"})
    void missingFieldsMakeItIncompleteAndOpenAnItemEach() {
        var inquiry = received(
                new InquiryDetails("华东机械", null, "138", "上海", "减速机", null, LocalDate.of(2026, 12, 20), null, null));

        assertThat(inquiry.status()).isEqualTo(InquiryStatus.INCOMPLETE);
        assertThat(inquiry.clarifications())
                .extracting(Clarification::field)
                .containsExactly("contactPerson", "quantity");
    }

    @Test
    @Requirement("INT-04")
    void itGoesOnWhenTheLastItemIsAnsweredAndNothingIsMissing() {
        var inquiry = received(
                new InquiryDetails("华东机械", null, "138", "上海", "减速机", null, LocalDate.of(2026, 12, 20), null, null));
        var items = inquiry.clarifications();

        inquiry.clarify(
                items.get(0).id(),
                "王先生",
                new InquiryDetails(null, "王先生", null, null, null, null, null, null, null),
                act(NOON));
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.INCOMPLETE);
        inquiry.clarify(
                items.get(1).id(),
                "十台",
                new InquiryDetails(null, null, null, null, null, BigDecimal.TEN, null, null, null),
                act(NOON));

        assertThat(inquiry.status()).isEqualTo(InquiryStatus.RECEIVED);
    }

    @Test
    @Requirement("INT-04")
    void anAnswerThatLeavesTheFieldEmptyOpensANewItem() {
        var inquiry = received(NONE.completedBy(
                new InquiryDetails("华东机械", "王先生", "138", "上海", "减速机", null, LocalDate.of(2026, 12, 20), null, null)));

        inquiry.clarify(inquiry.clarifications().getFirst().id(), "待定", NONE, act(NOON));

        assertThat(inquiry.status()).isEqualTo(InquiryStatus.INCOMPLETE);
        assertThat(inquiry.clarifications()).hasSize(2);
        assertThat(inquiry.clarifications().getLast().open()).isTrue();
    }

    @ParameterizedTest
    @Requirement("INT-05")
    @ValueSource(longs = {0, 1})
    void theFirstAnswerStopsTheClockInTimeOrNot(long secondsLate) {
        var inquiry = received(COMPLETE);

        var event = inquiry.answer("已答复", DUE, act(DUE.plusSeconds(secondsLate)));

        assertThat(event)
                .isEqualTo(
                        new InquiryAnswered(inquiry.id(), "zhao.min", secondsLate == 0, DUE.plusSeconds(secondsLate)));
    }

    @Test
    void anIncompleteInquiryIsNeitherAnsweredNorQuoted() {
        var inquiry = received(NONE);

        assertThatThrownBy(() -> inquiry.answer("x", DUE, act(NOON))).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(inquiry::forQuotation).isInstanceOf(Problem.IllegalMove.class);
        assertThatThrownBy(() -> inquiry.won(UUID.randomUUID(), act(NOON))).isInstanceOf(Problem.IllegalMove.class);
    }
}
