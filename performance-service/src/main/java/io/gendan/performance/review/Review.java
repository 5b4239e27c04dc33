package io.gendan.performance.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.ReviewEvent;
import io.gendan.events.performance.ReviewEvent.ReviewOpened;
import io.gendan.events.performance.ReviewEvent.ReviewPublished;
import io.gendan.rulebook.ReviewRules;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;

import static io.gendan.performance.review.ReviewStatus.HEAD_REVIEW;
import static io.gendan.performance.review.ReviewStatus.HR_CHECK;
import static io.gendan.performance.review.ReviewStatus.OPEN;
import static io.gendan.performance.review.ReviewStatus.PLANNED;
import static io.gendan.performance.review.ReviewStatus.PUBLISHED;
import static io.gendan.performance.review.ReviewStatus.SELF_ASSESSMENT;

/** A review cycle: one unit, one period, what its people did until the data were frozen. */
@Entity
@Table(name = "review")
class Review extends Aggregate {
    /** @param until the moment of freezing: what happened then or later is not counted */
    record Span(String period, Instant begins, Instant ends, Instant until) {}

    @Column(updatable = false)
    private String period;

    @Column(updatable = false)
    private String unit;

    @Column(updatable = false)
    private String profile;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status;

    @Column(name = "period_begins", updatable = false)
    private Instant periodBegins;

    @Column(name = "period_ends", updatable = false)
    private Instant periodEnds;

    @Column(name = "data_until", updatable = false)
    private Instant dataUntil;

    @Column(name = "kpi_set_version", updatable = false)
    private int kpiSetVersion;

    @Column(name = "bands_version", updatable = false)
    private int bandsVersion;

    private int people;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "head_comments")
    private String headComments;

    @Column(name = "head_reviewed_by")
    private String headReviewedBy;

    @Column(name = "head_reviewed_at")
    private Instant headReviewedAt;

    @Column(name = "hr_checked_by")
    private String hrCheckedBy;

    @Column(name = "hr_checked_at")
    private Instant hrCheckedAt;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Review() {}

    Review(Span span, String unit, String profile, Act act) {
        super(Ids.next());
        period = span.period();
        periodBegins = span.begins();
        periodEnds = span.ends();
        dataUntil = span.until();
        this.unit = unit;
        this.profile = profile;
        kpiSetVersion = kpiSet(act).version();
        bandsVersion = bands(act).version();
        status = PLANNED;
    }

    /** @param ownUnits the units that the one who acts is in charge of */
    void requireReviewer(Set<String> ownUnits, Act act) {
        var reviewer = act.rule(ReviewRules.REVIEWER, scope());
        act.require(
                ReviewRules.OWN_STAFF,
                reviewer,
                this,
                Map.of(
                        "role", reviewer.parameters().role(),
                        "unit", unit,
                        "ownUnit", ownUnits.contains(unit),
                        "reviewer", act.by(),
                        "callerRoles", act.roles()));
    }

    /** Whoever opened the review or gave the head's opinion does not also check it, nor does a person it is about. */
    void requireAnother(boolean isReviewed, Act act) {
        boolean own = isReviewed || act.by().equals(openedBy) || act.by().equals(headReviewedBy);
        act.require(
                ReviewRules.NOT_OWN_WORK,
                act.rule(ReviewRules.REVIEWER, scope()),
                this,
                Map.of("person", act.by(), "own", own));
    }

    /** The results are there: nothing that is told from now on changes them. */
    ReviewEvent open(List<ReviewResult> results, Act act) {
        moveTo(OPEN);
        people = results.size();
        openedBy = act.by();
        openedAt = act.at();
        act.find(
                ReviewRules.PERIOD,
                act.rule(ReviewRules.CYCLE, scope()),
                this,
                Map.of("period", period, "dataUntil", dataUntil));
        return new ReviewOpened(id(), period, unit, openedBy, act.at());
    }

    /** Each person may say something, in any order; the first one moves the review on. */
    void assessedByOneself() {
        if (status != SELF_ASSESSMENT) moveTo(SELF_ASSESSMENT);
    }

    void reviewedByHead(String comments, Act act) {
        moveTo(HEAD_REVIEW);
        headComments = comments;
        headReviewedBy = act.by();
        headReviewedAt = act.at();
    }

    void checkedByHr(Act act) {
        moveTo(HR_CHECK);
        hrCheckedBy = act.by();
        hrCheckedAt = act.at();
    }

    ReviewEvent publish(Act act) {
        moveTo(PUBLISHED);
        publishedBy = act.by();
        publishedAt = act.at();
        return new ReviewPublished(id(), period, unit, people, publishedBy, act.at());
    }

    RuleVersion<ReviewRules.KpiSet> kpiSet(Act act) {
        return act.rule(ReviewRules.KPI_SET, scope());
    }

    RuleVersion<ReviewRules.Bands> bands(Act act) {
        return act.rule(ReviewRules.BANDS, scope());
    }

    ReviewResource.ReviewView view(List<ReviewResource.ResultView> results) {
        return new ReviewResource.ReviewView(
                id(),
                version(),
                period,
                unit,
                status.name(),
                periodBegins,
                periodEnds,
                dataUntil,
                dataUntil.isBefore(periodEnds),
                kpiSetVersion,
                bandsVersion,
                people,
                openedBy,
                openedAt,
                headComments,
                headReviewedBy,
                headReviewedAt,
                hrCheckedBy,
                hrCheckedAt,
                publishedBy,
                publishedAt,
                results);
    }

    ReviewStatus status() {
        return status;
    }

    @Override
    public String recordType() {
        return "review";
    }

    private Scope scope() {
        return Scope.of(profile, unit);
    }

    private void moveTo(ReviewStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
