package io.gendan.core.ruling;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.gendan.rulebook.Amendment;
import io.gendan.rulebook.ParametersInvalid;
import io.gendan.rulebook.Rulebook;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * The rules as this service knows them: the defaults it was built with and what the company has published since. Each
 * replica looks for news by itself every two seconds, so that a new version governs everywhere within seconds of its
 * publication; whether it governs an act is decided by the moment of the act.
 */
@ApplicationScoped
public class Rules {
    private static final Logger LOG = Logger.getLogger(Rules.class);

    private final Rulebook defaults = Rulebook.load();
    private volatile State state = new State(defaults, 0);

    /** @param published how many published versions the rulebook holds */
    private record State(Rulebook rulebook, long published) {}

    @Inject
    Amendments amendments;

    public Rulebook current() {
        return state.rulebook();
    }

    void beforeAnybodyAsks(@Observes StartupEvent start) {
        refresh();
    }

    /** Looks for news at once. */
    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void refresh() {
        if (amendments.count() == state.published()) return;
        List<Amendment> published = amendments.all();
        state = new State(with(published), published.size());
    }

    /** What this build of the service cannot read is left out, and said so: an older build must go on working. */
    private Rulebook with(List<Amendment> published) {
        Rulebook rulebook = defaults;
        for (Amendment amendment : published)
            try {
                rulebook = rulebook.amended(List.of(amendment));
            } catch (ParametersInvalid | IllegalArgumentException unreadable) {
                LOG.errorf(
                        unreadable,
                        "version %d of rule %s was published but cannot be read here",
                        amendment.version(),
                        amendment.key());
            }
        return rulebook;
    }
}
