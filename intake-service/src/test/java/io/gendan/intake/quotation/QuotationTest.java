package io.gendan.intake.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.gendan.core.act.Act;
import io.gendan.core.approval.Approver;
import io.gendan.core.approval.Decider;
import io.gendan.core.approval.PlannedStep;
import io.gendan.core.problem.Problem;
import io.gendan.events.Money;
import io.gendan.intake.inquiry.Inquiries;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class QuotationTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant EXPIRY = NOON.plusSeconds(86_400);
    private static final Rulebook RULES = Rulebook.load();

    private static Act by(String who, String... roles) {
        return new Act(who, Set.of(roles), NOON, RULES);
    }

    private static Act author() {
        return by("sun.lei", "BIZ");
    }

    private static Act head() {
        return by("li.qiang", "HEAD");
    }

    private static Act sales() {
        return by("zhao.min", "SALES");
    }

    private static Decider decider(Act act) {
        return new Decider(act.by(), act.by(), act.roles());
    }

    private static QuotationLine line(String quantity, String price, String tax) {
        return new QuotationLine(
                "material",
                "减速机",
                "standard",
                new BigDecimal(quantity),
                "台",
                new BigDecimal(price),
                new BigDecimal(tax));
    }

    private static Quotation draft(String cost) {
        return draft(cost, null);
    }

    private static Quotation draft(String cost, String reason) {
        var offer = new Offer(
                List.of(line("3", "33.335", "13"), line("1", "900", "0")),
                "CNY",
                cost == null ? null : new BigDecimal(cost),
                reason);
        return new Quotation(
                "Q-1",
                1,
                new Inquiries.ForQuotation(UUID.randomUUID(), UUID.randomUUID(), "general", "sales-east"),
                offer,
                author());
    }

    private static Quotation aQuotation(QuotationStatus status) {
        Quotation quotation = draft(null);
        if (status == QuotationStatus.DRAFT) return quotation;
        quotation.submit(author());
        if (status == QuotationStatus.SUBMITTED) return quotation;
        if (status == QuotationStatus.RETURNED) {
            quotation.returnWith("价格依据不足", head());
            return quotation;
        }
        quotation.approve(decider(head()), head());
        if (status == QuotationStatus.APPROVED) return quotation;
        quotation.send(EXPIRY, sales());
        switch (status) {
            case ACCEPTED -> quotation.accept("邮件", sales());
            case DECLINED -> quotation.decline("price", "电话", sales());
            case EXPIRED -> quotation.expire(by("system"));
            case REVISION -> quotation.reviseFor("数量加倍", sales());
            case SUPERSEDED -> {
                quotation.reviseFor("数量加倍", sales());
                quotation.supersede(author());
            }
            default -> {} // SENT
        }
        return quotation;
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.of(
                        act("submit", q -> q.submit(author()), QuotationStatus.DRAFT),
                        act("return", q -> q.returnWith("x", head()), QuotationStatus.SUBMITTED),
                        act("withdraw", q -> q.withdraw(author()), QuotationStatus.SUBMITTED),
                        act("approve", q -> q.approve(decider(head()), head()), QuotationStatus.SUBMITTED),
                        act("accept", q -> q.accept("x", sales()), QuotationStatus.SENT),
                        act("decline", q -> q.decline("price", "x", sales()), QuotationStatus.SENT),
                        act("want changes", q -> q.reviseFor("x", sales()), QuotationStatus.SENT),
                        act("expire", q -> q.expire(by("system")), QuotationStatus.SENT),
                        act("supersede", q -> q.supersede(author()), QuotationStatus.REVISION))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> act(String name, Consumer<Quotation> act, QuotationStatus legal) {
        return EnumSet.complementOf(EnumSet.of(legal)).stream().map(other -> arguments(name, other, act));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing(
            String name, QuotationStatus other, Consumer<Quotation> act) {
        Quotation quotation = aQuotation(other);

        assertThatThrownBy(() -> act.accept(quotation)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(quotation.status()).isEqualTo(other);
    }

    @Test
    @Requirement("QUO-12")
    void theTotalIsTheSumOfItsLinesWithTaxEachRounded() {
        // 3 × 33.335 = 100.005 → 100.01; 13 % of it = 13.0013 → 13.00; and 900
        assertThat(draft(null).total()).isEqualTo(Money.cny("1013.01"));
    }

    @Test
    @Requirement("QUO-16")
    void theAuthorCannotApproveWhoeverHeIs() {
        Quotation quotation = aQuotation(QuotationStatus.SUBMITTED);

        for (var decider : List.of(
                new Decider("sun.lei", "sun.lei", Set.of("HEAD")),
                new Decider("sun.lei", "li.qiang", Set.of("HEAD")), // as the head's substitute
                new Decider("li.qiang", "sun.lei", Set.of("HEAD")))) // by a substitute of himself
        assertThatThrownBy(() -> quotation.requireOthersThanAuthor(decider, by(decider.by(), "HEAD")))
                    .hasMessageContaining("quotation-author-cannot-approve");
        assertThat(quotation.status()).isEqualTo(QuotationStatus.SUBMITTED);
    }

    @ParameterizedTest
    @Requirement("QUO-16")
    @MethodSource("notApproved")
    void onlyAnApprovedOneIsSent(QuotationStatus status) {
        assertThatThrownBy(() -> aQuotation(status).send(EXPIRY, sales()))
                .hasMessageContaining("quotation-not-approved");
    }

    static Stream<QuotationStatus> notApproved() {
        return Stream.of(QuotationStatus.DRAFT, QuotationStatus.SUBMITTED, QuotationStatus.RETURNED);
    }

    @Test
    @Requirement("QUO-15")
    void aMarginBelowTheMinimumIsTheLeadersToApprove() {
        Quotation thin = draft("950"); // 6 % of 1,013.01
        thin.submit(author());

        assertThatThrownBy(() -> thin.approve(decider(head()), head()))
                .hasMessageContaining("quotation-margin-below-minimum");
        var leader = by("zheng.hua", "LEAD");
        thin.approve(decider(leader), leader);

        assertThat(thin.status()).isEqualTo(QuotationStatus.APPROVED);
    }

    @Test
    @Requirement({"QUO-15", "QUO-16", "ORG-11"})
    void theHeadSignsAndTheLevelAboveALowMarginAsWell() {
        assertThat(draft(null).submission(author()).steps())
                .extracting(PlannedStep::code)
                .containsExactly("head");
        assertThat(draft("900").submission(author()).steps())
                .as("11 %")
                .extracting(PlannedStep::code)
                .containsExactly("head");

        var low = draft("950").submission(author());

        assertThat(low.authors()).containsExactly("sun.lei");
        assertThat(low.steps()).extracting(PlannedStep::code).containsExactly("head", "above-head");
        assertThat(low.steps().getLast().approvers()).containsExactly(new Approver.Superior("sun.lei", Set.of("LEAD")));
    }

    @Test
    @Requirement("QUO-15")
    void aLossIsHandedInWithAReasonOnly() {
        Quotation silent = draft("1100");

        assertThatThrownBy(() -> silent.submit(author())).hasMessageContaining("quotation-loss-unexplained");
        assertThat(silent.status()).isEqualTo(QuotationStatus.DRAFT);
        Quotation explained = draft("1100", "首单，换取年度框架协议");
        explained.submit(author());

        assertThat(explained.submission(author()).steps())
                .extracting(PlannedStep::code)
                .containsExactly("head", "above-head");
    }

    @Test
    @Requirement("QUO-16")
    void anotherOfferAndACopyAreOtherContents() {
        Quotation quotation = draft("900");
        String approved = quotation.checksum();

        assertThat(draft("900").checksum()).as("a copy").isNotEqualTo(approved);
        quotation.redraft(new Offer(List.of(line("1", "900", "0")), "CNY", null, null), author());
        assertThat(quotation.checksum()).isNotEqualTo(approved);
    }

    @Test
    @Requirement("QUO-18")
    void anExpiredOneCannotBeAccepted() {
        Quotation quotation = aQuotation(QuotationStatus.SENT);
        var late = new Act("zhao.min", Set.of("SALES"), EXPIRY, RULES);

        assertThatThrownBy(() -> quotation.accept("邮件", late)).hasMessageContaining("quotation-expired");
        assertThat(quotation.status()).isEqualTo(QuotationStatus.SENT);
    }

    @Test
    @Requirement("QUO-19")
    void decliningTakesAReasonFromTheList() {
        assertThatThrownBy(() -> aQuotation(QuotationStatus.SENT).decline("whim", "电话", sales()))
                .isInstanceOf(Problem.Invalid.class);
    }
}
