package io.gendan.core.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

/** With every day people leave, come, and are represented: what waits for somebody is looked at again. */
@ApplicationScoped
class ApprovalLook implements Timed<Approval> {
    @Inject
    Approvals approvals;

    @Override
    public Class<Approval> kind() {
        return Approval.class;
    }

    @Override
    public String moment() {
        return "lookAt";
    }

    @Override
    public void strike(Approval approval, Act act) {
        approvals.lookAgain(approval, act);
    }
}
