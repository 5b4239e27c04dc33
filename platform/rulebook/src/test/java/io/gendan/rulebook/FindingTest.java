package io.gendan.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.rulebook.ContractRules.Effectiveness;
import io.gendan.rulebook.ContractRules.OrderMatch;
import io.gendan.rulebook.ContractRules.SealUse;
import io.gendan.rulebook.FulfillmentRules.DelayWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gendan.rulebook.Outcome.ALLOWED;
import static io.gendan.rulebook.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

/** What rulings keep is enough to ask another version: other parameters, the same facts. */
class FindingTest {
    @Test
    void whichPartsAreKeptApartIsUpToTheVersion() {
        var facts = Facts.of(Map.of("part", "head", "otherParts", List.of("drafter")));

        assertThat(ContractRules.PARTS_APART
                        .of(new Separation(Set.of("drafter", "head")), facts)
                        .outcome())
                .isEqualTo(REFUSED);
        assertThat(ContractRules.PARTS_APART
                        .of(new Separation(Set.of("legal-reviewer", "head")), facts)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, REFUSED",
        "false, true,  false, REFUSED",
        "false, false, true,  REFUSED",
        "false, false, false, ALLOWED"
    })
    void whatASealWaitsForIsUpToTheVersion(boolean review, boolean signOff, boolean sameText, Outcome outcome) {
        var facts = Facts.of(Map.of("reviewed", false, "unsigned", List.of("LEAD_SIGNOFF"), "same", false));

        assertThat(ContractRules.READY_FOR_SEAL
                        .of(new SealUse(review, signOff, sameText), facts)
                        .outcome())
                .isEqualTo(outcome);
        assertThat(ContractRules.READY_FOR_SEAL
                        .of(
                                new SealUse(true, true, true),
                                Facts.of(Map.of("reviewed", true, "unsigned", List.of(), "same", true)))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void whatAContractNeedsToTakeEffectIsUpToTheVersion() {
        var signed = Facts.of(Map.of("given", List.of("our-signature", "customer-signature")));

        assertThat(ContractRules.SIGNED_BY_BOTH
                        .of(new Effectiveness(true, true), signed)
                        .outcome())
                .isEqualTo(REFUSED);
        assertThat(ContractRules.SIGNED_BY_BOTH
                        .of(new Effectiveness(true, false), signed)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void whichTermsAreComparedIsUpToTheVersion() {
        var facts = Facts.of(Map.of("departures", List.of("price", "payment")));

        assertThat(differences(List.of("payment", "items", "price"), facts)).containsExactly("payment", "price");
        assertThat(differences(List.of("items"), facts)).isEmpty();
    }

    @Test
    void whenAShipmentHasToLeaveIsUpToTheVersion() {
        var facts = Facts.of(Map.of("promised", LocalDate.of(2026, 3, 2), "status", "PREPARED"));

        assertThat(FulfillmentRules.NOT_LEFT
                        .of(new DelayWarning(3), facts)
                        .found()
                        .day("leaveBy"))
                .isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(FulfillmentRules.NOT_LEFT
                        .of(new DelayWarning(1), facts)
                        .found()
                        .day("leaveBy"))
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    /** What another limit would have come to is asked of the ruling that set the deadline. */
    @Test
    void ofAMissAnotherVersionHasNothingToSay() {
        assertThat(List.of(FulfillmentRules.NO_PROGRESS, FulfillmentRules.NOT_RECEIVED, StaffRules.NOT_REACHED))
                .noneMatch(Evaluation::comparable);
        assertThat(DeclaredRules.evaluations().stream()
                        .filter(evaluation -> !evaluation.comparable())
                        .map(Evaluation::code))
                .containsExactlyInAnyOrder("progress-not-reported", "receipt-not-confirmed", "person-not-reached");
    }

    private static List<String> differences(List<String> terms, Facts facts) {
        return ContractRules.DIFFERENCES
                .of(new OrderMatch(terms), facts)
                .found()
                .texts("differences");
    }
}
