package io.gendan.rulebook;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on the rules: who puts a new version of one into force. */
public final class RegisterRules {

    public static final Rule<VersionApproval> APPROVAL = Rule.of("register.approval", VersionApproval.class);

    /** How long one of those who approve a version may take. */
    public static final Rule<Limit> APPROVAL_LIMIT = Rule.of("register.approval.limit", Limit.class);

    /** Who interprets which regulation: answers what is asked about it and reviews it. */
    public static final Rule<Owners> OWNERS = Rule.of("register.owners", Owners.class);

    /** How soon a question or suggestion on a rule is answered. */
    public static final Rule<Limit> QUESTION_ANSWER = Rule.of("register.question.answer", Limit.class);

    /** How often a regulation is reviewed. */
    public static final Rule<ReviewInterval> REVIEW_INTERVAL = Rule.of("rule.review.interval", ReviewInterval.class);

    /** How often the process that a regulation orders is evaluated. */
    public static final Rule<ReviewInterval> EVALUATION_INTERVAL =
            Rule.of("process.review.interval", ReviewInterval.class);

    /** Whether somebody takes orders who has not confirmed having read what concerns his role. */
    public static final Rule<UnreadBlocks> UNREAD_BLOCKS = Rule.of("rule.unread-blocks", UnreadBlocks.class);

    public static final Finding<ReviewInterval> REVIEW_DUE = Finding.computing(
            "regulation-review-due",
            ReviewInterval.class,
            (p, f) -> Map.of("due", f.day("lastReviewed").plus(p.interval())));
    public static final Condition<Owners> OWNED =
            Condition.of("regulation-not-yours-to-review", Owners.class, (p, f) -> f.texts("callerRoles")
                    .contains(p.of(f.text("regulation"))));
    public static final Condition<Owners> DECIDED_BY_RIGHT =
            Condition.of("proposal-not-yours-to-decide", Owners.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(role -> role.equals(p.of(f.text("regulation")))
                            || f.texts("roles").contains(role)));
    public static final Condition<UnreadBlocks> READ = Condition.of(
            "rules-unread",
            UnreadBlocks.class,
            (p, f) -> !p.blocks() || f.texts("unread").isEmpty());
    public static final Condition<VersionApproval> APPROVED_BY_RIGHT = Condition.of(
            "rule-version-not-yours-to-approve", VersionApproval.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(p.rolesOf(f.text("step"))::contains));
    public static final Condition<VersionApproval> NOT_BY_AUTHOR = Condition.of(
            "rule-version-author-cannot-approve",
            VersionApproval.class,
            (p, f) -> !p.authorExcluded() || !f.text("author").equals(f.text("by")));

    private RegisterRules() {}

    public record UnreadBlocks(boolean blocks) {}

    public record ReviewInterval(Period interval) {}

    /**
     * @param owners regulations that a role of their own interprets
     * @param otherwise the role that interprets every other one
     */
    public record Owners(List<Owner> owners, String otherwise) {

        /** The role that interprets this regulation. */
        public String of(String regulation) {
            return owners.stream()
                    .filter(owner -> owner.regulation().equals(regulation))
                    .findFirst()
                    .map(Owner::role)
                    .orElse(otherwise);
        }

        public record Owner(String regulation, String role) {}
    }

    /**
     * The roles that review a version before it is approved, none for no review; those that then approve it; and whether its
     * author may be among them.
     */
    public record VersionApproval(Set<String> reviewers, Set<String> roles, boolean authorExcluded) {
        /** The step in which it is reviewed; in any other it is approved. */
        public static final String REVIEW = "review";

        public VersionApproval {
            Check.notEmpty("roles", roles);
        }

        public Set<String> rolesOf(String step) {
            return step.equals(REVIEW) ? reviewers : roles;
        }
    }
}
