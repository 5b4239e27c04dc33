package io.gendan.performance.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.events.performance.ReviewEvent;
import io.gendan.rulebook.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.gendan.performance.review.ReviewStatus.HEAD_REVIEW;
import static io.gendan.performance.review.ReviewStatus.HR_CHECK;
import static io.gendan.performance.review.ReviewStatus.OPEN;
import static io.gendan.performance.review.ReviewStatus.PUBLISHED;
import static io.gendan.performance.review.ReviewStatus.SELF_ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

class ReviewTest {
    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final Act head = act("head", "HEAD");
    private final Act hr = act("hr", "HR");

    @Test
    void aReviewGoesFromOpeningToPublication() {
        var review = aReview(ReviewStatus.PLANNED);

        assertThat(review.open(List.of(), head)).isInstanceOf(ReviewEvent.ReviewOpened.class);
        review.assessedByOneself();
        review.assessedByOneself(); // a second person
        assertThat(review.status()).isEqualTo(SELF_ASSESSMENT);
        review.reviewedByHead("good", head);
        review.checkedByHr(hr);
        assertThat(review.publish(hr)).isInstanceOf(ReviewEvent.ReviewPublished.class);
        assertThat(review.status()).isEqualTo(PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "PLANNED")
    void onlyAPlannedReviewIsOpened(ReviewStatus other) {
        refuses(other, review -> review.open(List.of(), head));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"OPEN", "SELF_ASSESSMENT"})
    void peopleAssessThemselvesBeforeTheHeadDoes(ReviewStatus other) {
        refuses(other, Review::assessedByOneself);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"OPEN", "SELF_ASSESSMENT"})
    void theHeadReviewsOnlyWhatIsOpen(ReviewStatus other) {
        refuses(other, review -> review.reviewedByHead("good", head));
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "HEAD_REVIEW")
    void hrChecksOnlyWhatTheHeadHasReviewed(ReviewStatus other) {
        refuses(other, review -> review.checkedByHr(hr));
    }

    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "HR_CHECK")
    void onlyAReviewThatWasCheckedIsPublished(ReviewStatus other) {
        refuses(other, review -> review.publish(hr));
    }

    private void refuses(ReviewStatus status, java.util.function.Consumer<Review> act) {
        if (status.compareTo(PUBLISHED) > 0) return; // no way leads there yet
        var review = aReview(status);

        assertThatThrownBy(() -> act.accept(review)).isInstanceOf(Problem.IllegalMove.class);
        assertThat(review.status()).isEqualTo(status);
    }

    /** Walked there step by step. */
    private Review aReview(ReviewStatus status) {
        var span = new Review.Span(
                "2026-Q4", Instant.parse("2026-09-30T16:00:00Z"), Instant.parse("2026-12-31T16:00:00Z"), NOON);
        var review = new Review(span, "FTR", "trade", head);
        if (status.compareTo(OPEN) >= 0) review.open(List.of(), head);
        if (status == SELF_ASSESSMENT) review.assessedByOneself();
        if (status.compareTo(HEAD_REVIEW) >= 0) review.reviewedByHead("good", head);
        if (status.compareTo(HR_CHECK) >= 0) review.checkedByHr(hr);
        if (status.compareTo(PUBLISHED) >= 0) review.publish(hr);
        return review;
    }

    private static Act act(String by, String role) {
        return new Act(by, Set.of(role), NOON, RULEBOOK);
    }
}
