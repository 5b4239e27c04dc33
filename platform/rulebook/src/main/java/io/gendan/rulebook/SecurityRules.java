package io.gendan.rulebook;

import java.util.Collection;
import java.util.List;

import io.gendan.rulebook.KeptInputs.Level;

/** Rules on who may see what. */
public final class SecurityRules {

    /** Up to which level each role sees confidential things; another role sees what is internal. */
    public static final Rule<Clearance> CLEARANCE = Rule.of("security.clearance", Clearance.class);

    private SecurityRules() {}

    public record Clearance(List<Grant> grants) {

        /** The highest level that one of these roles is granted. */
        public Level of(Collection<String> roles) {
            return grants.stream()
                    .filter(grant -> roles.contains(grant.role()))
                    .map(Grant::level)
                    .reduce(Level.INTERNAL, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }

        public record Grant(String role, Level level) {}
    }
}
