package io.gendan.performance.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.performance.staff.StaffRegister;
import io.gendan.performance.staff.Units;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Whose results the caller may see (SEC-22): his own, those of the people below him and, as department head, of the
 * people of his units; HR, the auditor and the leader in charge everybody's. What he may not see is not there.
 */
@RequestScoped
class ReviewReader {
    private static final Set<String> EVERYBODYS = Set.of(Roles.HR, Roles.AUDIT, Roles.LEAD);

    @Inject
    SecurityIdentity caller;

    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Reviews reviews;

    @Inject
    ReviewResults results;

    ReviewResource.ReviewView read(UUID id) {
        register.refuseOffDuty(name());
        Review review = reviews.get(id);
        List<ReviewResult> visible = seesEverybody() ? results.of(id) : results.of(id, people());
        if (visible.isEmpty()) throw new Problem.NotFound("review", id);
        return review.view(visible.stream().map(ReviewResult::view).toList());
    }

    ReviewResult result(UUID review, String username) {
        register.refuseOffDuty(name());
        if (!seesEverybody() && !people().contains(username)) throw new Problem.NotFound("review-result", username);
        return results.of(review, username).orElseThrow(() -> new Problem.NotFound("review-result", username));
    }

    Listing<Review> restrict(Listing<Review> listing) {
        register.refuseOffDuty(name());
        return seesEverybody()
                ? listing
                : listing.when(
                        "id in (select r.reviewId from ReviewResult r where r.username in :people)",
                        "people",
                        people());
    }

    /** The units of a person, as far as he is in charge of what is in them. */
    Set<String> unitsOf(String head) {
        return units.within(register.onDuty(head).unit());
    }

    private boolean seesEverybody() {
        return caller.getRoles().stream().anyMatch(EVERYBODYS::contains);
    }

    private Set<String> people() {
        var people = new HashSet<>(register.below(name()));
        if (caller.hasRole(Roles.HEAD)) people.addAll(register.membersOf(unitsOf(name())));
        people.add(name());
        return people;
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
