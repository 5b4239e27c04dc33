package io.gendan.performance.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.rulebook.ReviewRules;

/** One person's figures, score and grade in a review. Rulings name it by its id alone, for they are read more widely. */
@Entity
@Table(name = "review_result")
class ReviewResult extends Aggregate {
    @Column(name = "review_id", updatable = false)
    private UUID reviewId;

    @Column(updatable = false)
    private String username;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String role;

    @Column(updatable = false)
    private BigDecimal score;

    @Column(updatable = false)
    private String grade;

    @Json
    @Column(updatable = false)
    private List<KpiResult> kpis;

    @Column(name = "self_assessment")
    private String selfAssessment;

    @Column(name = "self_assessed_at")
    private Instant selfAssessedAt;

    protected ReviewResult() {}

    ReviewResult(Review review, StaffRegister.Person person, String role, Figures figures, Act act) {
        super(Ids.next());
        reviewId = review.id();
        username = person.username();
        name = person.name();
        this.role = role;
        var kpiSet = review.kpiSet(act);
        var bands = review.bands(act);
        kpis = kpiSet.parameters().of(role).stream()
                .map(target -> KpiResult.of(target, figures))
                .toList();
        var measured = Map.of("role", role, "measured", KpiResult.measured(kpis));
        var found = act.find(ReviewRules.SCORE, kpiSet, this, measured);
        score = found.has("score") ? found.amount("score") : null;
        grade = score == null
                ? null
                : act.find(ReviewRules.GRADE, bands, this, Map.of("score", score))
                        .text("grade");
    }

    void assess(String text, Act act) {
        selfAssessment = text;
        selfAssessedAt = act.at();
    }

    ReviewResource.ResultView view() {
        return new ReviewResource.ResultView(
                id(), reviewId, username, name, role, score, grade, kpis, selfAssessment, selfAssessedAt);
    }

    UUID reviewId() {
        return reviewId;
    }

    String username() {
        return username;
    }

    String role() {
        return role;
    }

    @Override
    public String recordType() {
        return "review-result";
    }
}
