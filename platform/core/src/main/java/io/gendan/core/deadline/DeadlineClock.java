package io.gendan.core.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

@ApplicationScoped
class DeadlineClock implements Timed<Deadline> {
    @Inject
    Deadlines deadlines;

    @Override
    public Class<Deadline> kind() {
        return Deadline.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public void strike(Deadline deadline, Act act) {
        deadlines.strike(deadline, act);
    }
}
