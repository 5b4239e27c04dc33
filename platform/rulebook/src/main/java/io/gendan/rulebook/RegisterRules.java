package io.gendan.rulebook;

import java.util.Set;

/** Rules on the rules: who puts a new version of one into force. */
public final class RegisterRules {

    public static final Rule<VersionApproval> APPROVAL = Rule.of("register.approval", VersionApproval.class);

    private RegisterRules() {}

    /** The roles that may approve a version, and whether its author may be among them. */
    public record VersionApproval(Set<String> roles, boolean authorExcluded) {
        public VersionApproval {
            Check.notEmpty("roles", roles);
        }
    }
}
