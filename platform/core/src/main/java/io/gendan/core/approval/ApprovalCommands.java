package io.gendan.core.approval;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;

@ApplicationScoped
@Transactional
class ApprovalCommands {
    @Inject
    Approvals approvals;

    @Inject
    Acts acts;

    Approval approve(UUID id, String seen, String text) {
        return on(id, (approval, act) -> approvals.approve(approval, seen, text, act));
    }

    Approval giveBack(UUID id, String seen, List<Remark> remarks) {
        return on(id, (approval, act) -> approvals.giveBack(approval, seen, remarks, act));
    }

    Approval withdraw(UUID id, String reason) {
        return on(id, (approval, act) -> approvals.withdraw(approval, reason, act));
    }

    Approval delegate(UUID id, String to, String reason) {
        return on(id, (approval, act) -> approvals.delegate(approval, to, reason, act));
    }

    Approval addApprover(UUID id, String username, String reason) {
        return on(id, (approval, act) -> approvals.addApprover(approval, username, reason, act));
    }

    private Approval on(UUID id, BiConsumer<Approval, Act> command) {
        Approval approval = approvals.requested(id);
        command.accept(approval, acts.ofCaller());
        return approval;
    }
}
