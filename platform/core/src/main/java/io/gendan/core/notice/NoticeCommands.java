package io.gendan.core.notice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.problem.Problem;

@ApplicationScoped
@Transactional
class NoticeCommands {
    @Inject
    Notices notices;

    @Inject
    Acts acts;

    Notice read(UUID id) {
        var act = acts.ofCaller();
        own(id, act);
        return notices.adjust(id, act, "notice.read", notice -> notice.read(act));
    }

    Notice acknowledge(UUID id) {
        var act = acts.ofCaller();
        own(id, act);
        return notices.adjust(id, act, "notice.acknowledged", notice -> notice.acknowledge(act));
    }

    private void own(UUID id, Act act) {
        if (!notices.get(id).recipient().equals(act.by())) throw new Problem.NotFound("notice", id);
    }
}
