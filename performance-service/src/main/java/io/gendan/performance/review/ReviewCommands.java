package io.gendan.performance.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.gendan.rulebook.ReviewPeriod;
import io.gendan.rulebook.ReviewRules;
import io.gendan.rulebook.ReviewRules.KpiTarget;
import io.gendan.rulebook.Scope;

@ApplicationScoped
@Transactional
class ReviewCommands {
    @Inject
    Reviews reviews;

    @Inject
    ReviewResults results;

    @Inject
    Measurements measurements;

    @Inject
    ReviewReader reader;

    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Acts acts;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    Review open(ReviewResource.OpenReview request) {
        var act = acts.ofCaller();
        var ownUnits = reader.unitsOf(act.by());
        String unit = request.unit();
        String profile = units.profileOf(unit).orElseThrow(() -> Problem.Invalid.field("unit", "does-not-exist"));
        var span = span(request, Scope.of(profile, unit), act);
        var review = new Review(span, unit, profile, act);
        review.requireReviewer(ownUnits, act);
        if (span.until().equals(span.ends()) && reviews.hasWhole(span.period(), unit))
            throw new Problem.Conflict("review-exists", Map.of("period", span.period(), "unit", unit));
        Map<StaffRegister.Person, String> people = reviewed(review, unit, span, act);
        if (people.isEmpty()) throw new Problem.Unprocessable("review-without-people", Map.of("unit", unit));

        reviews.add(review, act);
        List<ReviewResult> computed = compute(review, span, people, act);
        results.persist(computed);
        return reviews.change(review.id(), act, opened -> opened.open(computed, act));
    }

    Review assessOneself(UUID id, String text) {
        var act = acts.ofCaller();
        register.onDuty(act.by());
        UUID own = results.of(id, act.by())
                .orElseThrow(() -> new Problem.NotFound("review", id))
                .id();
        var review = reviews.adjust(id, act, "performance.review.self-assessment", Review::assessedByOneself);
        results.adjust(own, act, "performance.review-result.self-assessed", result -> result.assess(text, act));
        return review;
    }

    Review reviewAsHead(UUID id, String comments) {
        var act = acts.ofCaller();
        var ownUnits = reader.unitsOf(act.by());
        return reviews.adjust(id, act, "performance.review.head-review", review -> {
            review.requireReviewer(ownUnits, act);
            review.reviewedByHead(comments, act);
        });
    }

    Review checkAsHr(UUID id) {
        var act = acts.ofCaller();
        register.refuseOffDuty(act.by());
        boolean reviewed = results.of(id, act.by()).isPresent();
        return reviews.adjust(id, act, "performance.review.hr-check", review -> {
            review.requireAnother(reviewed, act);
            review.checkedByHr(act);
        });
    }

    Review publish(UUID id) {
        var act = acts.ofCaller();
        register.refuseOffDuty(act.by());
        boolean reviewed = results.of(id, act.by()).isPresent();
        return reviews.change(id, act, review -> {
            review.requireAnother(reviewed, act);
            return review.publish(act);
        });
    }

    /** The whole period where it is over, else up to this moment, or up to an earlier one that the head names. */
    private Review.Span span(ReviewResource.OpenReview request, Scope scope, Act act) {
        var cycle = act.rule(ReviewRules.CYCLE, scope).parameters().period();
        var period = ReviewPeriod.parse(request.period(), cycle)
                .orElseThrow(() -> Problem.Invalid.field("period", "not-of-the-cycle", cycle.name()));
        Instant begins = startOf(period.begins());
        Instant ends = startOf(period.ends());
        Instant now = act.at().truncatedTo(ChronoUnit.MICROS); // what the database keeps of it
        if (!begins.isBefore(now)) throw Problem.Invalid.field("period", "not-begun");
        Instant latest = ends.isAfter(now) ? now : ends;
        if (request.upTo() == null) return new Review.Span(period.name(), begins, ends, latest);
        Instant until = request.upTo().toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!until.isAfter(begins) || until.isAfter(latest)) throw Problem.Invalid.field("upTo", "outside-the-period");
        return new Review.Span(period.name(), begins, ends, until);
    }

    /**
     * The people of the unit whose work is measured, each with the role he is measured in: of several the one that the
     * KPI set names first. The head's own score is left to the leader in charge.
     */
    private Map<StaffRegister.Person, String> reviewed(Review review, String unit, Review.Span span, Act act) {
        List<String> measuredRoles = review.kpiSet(act).parameters().kpis().stream()
                .map(KpiTarget::role)
                .distinct()
                .toList();
        var reviewed = new LinkedHashMap<StaffRegister.Person, String>();
        LocalDate lastDay = calendars.dayOf(span.until().minusNanos(1));
        for (var person : register.onDutyIn(unit, calendars.dayOf(span.begins()), lastDay))
            if (!person.username().equals(act.by()) && !person.roles().contains(Roles.HEAD))
                measuredRoles.stream()
                        .filter(person.roles()::contains)
                        .findFirst()
                        .ifPresent(role -> reviewed.put(person, role));
        return reviewed;
    }

    private List<ReviewResult> compute(
            Review review, Review.Span span, Map<StaffRegister.Person, String> people, Act act) {
        List<String> usernames =
                people.keySet().stream().map(StaffRegister.Person::username).toList();
        measurements.take(review.id(), usernames, span.begins(), span.until());
        Map<String, Figures> figures = measurements.of(review.id());
        return people.entrySet().stream()
                .map(entry -> new ReviewResult(
                        review,
                        entry.getKey(),
                        entry.getValue(),
                        figures.getOrDefault(entry.getKey().username(), Figures.NONE),
                        act))
                .toList();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
