package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Acts;
import io.gendan.core.problem.Problem;

@ApplicationScoped
@Transactional
class StaffCommands {
    @Inject
    StaffRegister register;

    @Inject
    Units units;

    @Inject
    Acts acts;

    StaffMember leave(String username, LocalDate on) {
        var act = acts.ofCaller();
        register.refuseOffDuty(act.by());
        if (act.by().equals(username)) throw new Problem.NotAllowed("not-about-oneself", Map.of("username", username));
        var member = register.member(username).orElseThrow(() -> new Problem.NotFound("staff-member", username));
        String profile = units.profileOf(member.unit()).orElseThrow();
        return register.change(member.id(), act, leaver -> leaver.leave(on, profile, act));
    }
}
