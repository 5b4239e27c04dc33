package io.gendan.core.entrusted;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;
import io.gendan.core.notice.Notices;
import io.gendan.core.notice.Telling;

/** An entrusted task that was not reported in time: both sides are told, once (ORG-18). */
@ApplicationScoped
class EntrustedClock implements Timed<EntrustedTask> {
    @Inject
    EntrustedTasks entrusted;

    @Inject
    Notices notices;

    @Override
    public Class<EntrustedTask> kind() {
        return EntrustedTask.class;
    }

    @Override
    public String moment() {
        return "due";
    }

    @Override
    public String condition() {
        return "overdueAt is null and status in (GIVEN, ACCEPTED)";
    }

    @Override
    public void strike(EntrustedTask task, Act act) {
        entrusted.adjust(task.id(), act, "entrusted-task.overdue", late -> late.becomeOverdue(act));
        for (String person : List.of(task.person(), task.givenBy()))
            notices.tell(
                    new Telling(
                            person, "entrusted-overdue", Map.of("text", task.text()), task.ref(), task.due(), false),
                    act);
    }
}
