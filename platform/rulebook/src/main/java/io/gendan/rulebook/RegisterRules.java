package io.gendan.rulebook;

import java.util.Set;

/** Rules on the rules: who puts a new version of one into force. */
public final class RegisterRules {

    public static final Rule<VersionApproval> APPROVAL = Rule.of("register.approval", VersionApproval.class);

    /** Whether somebody takes orders who has not confirmed having read what concerns his role. */
    public static final Rule<UnreadBlocks> UNREAD_BLOCKS = Rule.of("rule.unread-blocks", UnreadBlocks.class);

    public static final Condition<UnreadBlocks> READ = Condition.of(
            "rules-unread",
            UnreadBlocks.class,
            (p, f) -> !p.blocks() || f.texts("unread").isEmpty());
    public static final Condition<VersionApproval> APPROVED_BY_RIGHT = Condition.of(
            "rule-version-not-yours-to-approve", VersionApproval.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(p.roles()::contains));
    public static final Condition<VersionApproval> NOT_BY_AUTHOR = Condition.of(
            "rule-version-author-cannot-approve",
            VersionApproval.class,
            (p, f) -> !p.authorExcluded() || !f.text("author").equals(f.text("by")));

    private RegisterRules() {}

    public record UnreadBlocks(boolean blocks) {}

    /** The roles that may approve a version, and whether its author may be among them. */
    public record VersionApproval(Set<String> roles, boolean authorExcluded) {
        public VersionApproval {
            Check.notEmpty("roles", roles);
        }
    }
}
