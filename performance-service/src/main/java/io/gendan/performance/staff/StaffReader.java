package io.gendan.performance.staff;

import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Whose entry of the register the caller may see: his own, and those who read the register everybody's. */
@RequestScoped
class StaffReader {
    private static final Set<String> READERS = Set.of(Roles.HR, Roles.SUPV, Roles.HEAD, Roles.LEAD, Roles.AUDIT);

    @Inject
    SecurityIdentity caller;

    @Inject
    StaffRegister register;

    StaffMember member(String username) {
        boolean his = caller.getPrincipal().getName().equals(username);
        if (!his && caller.getRoles().stream().noneMatch(READERS::contains))
            throw new Problem.NotFound("staff-member", username);
        return register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username));
    }
}
