package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem.IllegalMove;
import io.gendan.core.problem.Problem.RuleBroken;
import io.gendan.rulebook.Rulebook;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.performance.rule.RegulationReview.Outcome.KEPT;
import static io.gendan.performance.rule.RegulationReviewStatus.CONCLUDED;
import static io.gendan.performance.rule.RegulationReviewStatus.DUE;
import static io.gendan.performance.rule.RegulationReviewStatus.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Requirement("SUP-14")
class RegulationReviewTest {
    private static final Rulebook RULEBOOK = Rulebook.load();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONCLUDED")
    void itIsHeldWhenItIsDueOrBefore(RegulationReviewStatus status) {
        var review = aReview(status);

        review.conclude(KEPT, "仍然适用", null, by("HR"));

        assertThat(review.view().status()).isEqualTo(CONCLUDED);
        assertThat(review.view().outcome()).isEqualTo(KEPT);
        assertThat(review.view().concludedBy()).isEqualTo("kim");
    }

    @Test
    void itIsHeldOnceAndFallsDueOnce() {
        assertThatThrownBy(() -> aReview(CONCLUDED).conclude(KEPT, "again", null, by("HR")))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> aReview(CONCLUDED).fallDue()).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> aReview(DUE).fallDue()).isInstanceOf(IllegalMove.class);
    }

    @Test
    void onlyWhoInterpretsTheRegulationHoldsIt() {
        assertThatThrownBy(() -> aReview(DUE).conclude(KEPT, "ok", null, by("HEAD")))
                .isInstanceOf(RuleBroken.class);
    }

    private static RegulationReview aReview(RegulationReviewStatus status) {
        var review = new RegulationReview("003", RegulationReview.Kind.REVIEW);
        if (status == DUE) review.fallDue();
        if (status == CONCLUDED) review.conclude(KEPT, "ok", null, by("HR"));
        assertThat(review.view().status()).isEqualTo(status == PLANNED ? PLANNED : status);
        return review;
    }

    private static Act by(String role) {
        return new Act("kim", Set.of(role), Instant.parse("2026-12-01T04:00:00Z"), RULEBOOK);
    }
}
