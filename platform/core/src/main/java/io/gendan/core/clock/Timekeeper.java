package io.gendan.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.store.Aggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Does what is due, in the order in which it fell due, each record in a transaction of its own: any number of replicas
 * share the work, a crash leaves what it was at for the next, and a record that fails is set aside for a while and keeps
 * nobody else waiting.
 */
@ApplicationScoped
public class Timekeeper {
    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    private static final Duration SET_ASIDE = Duration.ofMinutes(1);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int SKIP_LOCKED = -2;

    private final Map<UUID, Instant> setAside = new ConcurrentHashMap<>();

    @Inject
    @Any
    Instance<Timed<?>> timed;

    @Inject
    EntityManager entities;

    @Inject
    Acts acts;

    /** Public for tests, which move the clock and do not want to wait. */
    @ActivateRequestContext
    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void strike() {
        Instant now = acts.ofSystem().at();
        setAside.values().removeIf(now::isAfter);
        for (Timed<?> each : timed) {
            UUID last = null;
            do last = strikeNext(each, last);
            while (last != null);
        }
    }

    /**
     * @param last the record struck before this one; where it is due again at once it waits for the next look, so that one
     *     that stays due does not go round for ever
     * @return the record that was due, null where none is
     */
    private <A extends Aggregate> UUID strikeNext(Timed<A> timed, UUID last) {
        var taken = new AtomicReference<UUID>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Act act = acts.ofSystem();
                next(timed, act.at()).ifPresent(record -> {
                    taken.set(record.id());
                    if (record.id().equals(last)) setAside.put(record.id(), act.at());
                    else timed.strike(record, act);
                });
            });
        } catch (RuntimeException failure) {
            if (taken.get() == null) throw failure;
            LOG.errorf(failure, "%s %s: what was due failed, next try in %s", timed.kind(), taken.get(), SET_ASIDE);
            setAside.put(taken.get(), acts.ofSystem().at().plus(SET_ASIDE));
        }
        return taken.get();
    }

    /** The record that has waited longest and that no other replica is at. */
    private <A extends Aggregate> Optional<A> next(Timed<A> timed, Instant now) {
        var query = "from %s where %s < :now and (%s) and id not in :aside order by %2$s"
                .formatted(timed.kind().getSimpleName(), timed.moment(), timed.condition());
        return entities.createQuery(query, timed.kind())
                .setParameter("now", now)
                .setParameter("aside", setAside.isEmpty() ? Set.of(NOBODY) : Set.copyOf(setAside.keySet()))
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst();
    }
}
