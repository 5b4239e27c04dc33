package io.gendan.rulebook;

import java.util.Set;

/** Rules on the rules: who puts a new version of one into force. */
public final class RegisterRules {

    public static final Rule<VersionApproval> APPROVAL = Rule.of("register.approval", VersionApproval.class);

    public static final Condition<VersionApproval> APPROVED_BY_RIGHT = Condition.of(
            "rule-version-not-yours-to-approve", VersionApproval.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(p.roles()::contains));
    public static final Condition<VersionApproval> NOT_BY_AUTHOR = Condition.of(
            "rule-version-author-cannot-approve",
            VersionApproval.class,
            (p, f) -> !p.authorExcluded() || !f.text("author").equals(f.text("by")));

    private RegisterRules() {}

    /** The roles that may approve a version, and whether its author may be among them. */
    public record VersionApproval(Set<String> roles, boolean authorExcluded) {
        public VersionApproval {
            Check.notEmpty("roles", roles);
        }
    }
}
