package io.gendan.performance.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Acts;
import io.gendan.performance.staff.StaffRegister;

@ApplicationScoped
@Transactional
class AccountCommands {
    @Inject
    Accounts accounts;

    @Inject
    StaffRegister staff;

    @Inject
    Acts acts;

    Account tryAgain(String username) {
        var act = acts.ofCaller();
        staff.refuseOffDuty(act.by());
        return accounts.adjust(
                accounts.of(username).id(), act, "performance.account.due", account -> account.tryAgain(act));
    }
}
