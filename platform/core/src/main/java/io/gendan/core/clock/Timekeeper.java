package io.gendan.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.gendan.core.act.Acts;
import io.gendan.core.store.Aggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Does what is due, in the order in which it fell due: any number of replicas share the work, and a crash leaves what it was
 * at for the next. Some records at a time share a transaction; where one of them fails each gets its own, so that the one is
 * set aside for a while and keeps nobody else waiting.
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
        for (Timed<?> each : due(now)) strikeAll(each);
    }

    /** Those kinds of which some record is due: one question of one look into an index each. */
    private List<Timed<?>> due(Instant now) {
        List<Timed<?>> kinds = timed.stream().collect(Collectors.toList());
        if (kinds.isEmpty()) return kinds;
        String question = IntStream.range(0, kinds.size())
                .mapToObj(i -> "select %d as kind, min(%s) as earliest from %s where %s"
                        .formatted(
                                i,
                                kinds.get(i).moment(),
                                kinds.get(i).kind().getSimpleName(),
                                kinds.get(i).condition()))
                .collect(Collectors.joining(" union all "));
        List<Object[]> answers = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(question, Object[].class).getResultList());
        return answers.stream()
                .filter(answer -> answer[1] != null && ((Instant) answer[1]).isBefore(now))
                .<Timed<?>>map(answer -> kinds.get(((Number) answer[0]).intValue()))
                .toList();
    }

    private <A extends Aggregate> void strikeAll(Timed<A> timed) {
        Set<UUID> struck = new HashSet<>();
        List<UUID> taken;
        do {
            taken = strikeTogether(timed, struck);
            // What is due again at once waits for the next look, so that one that stays due does not go round for ever.
            for (UUID id : taken)
                if (!struck.add(id)) setAside.put(id, acts.ofSystem().at());
        } while (!taken.isEmpty());
    }

    /** @return those that were due and that no other replica was at */
    private <A extends Aggregate> List<UUID> strikeTogether(Timed<A> timed, Set<UUID> struck) {
        List<UUID> taken = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                for (A record : next(timed, "", NOBODY, timed.together())) {
                    taken.add(record.id());
                    if (!struck.contains(record.id())) timed.strike(record, acts.ofSystem());
                }
            });
        } catch (RuntimeException failure) {
            if (taken.isEmpty()) throw failure;
            for (UUID id : taken) if (!struck.contains(id)) strikeAlone(timed, id);
        }
        return taken;
    }

    private <A extends Aggregate> void strikeAlone(Timed<A> timed, UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> next(timed, "and id = :only", id, 1)
                    .forEach(record -> timed.strike(record, acts.ofSystem())));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s %s: what was due failed, next try in %s", timed.kind(), id, SET_ASIDE);
            setAside.put(id, acts.ofSystem().at().plus(SET_ASIDE));
        }
    }

    /** The records that have waited longest and that no other replica is at. */
    private <A extends Aggregate> List<A> next(Timed<A> timed, String which, UUID only, int most) {
        var text = "from %s where %s < :now and (%s) and id not in :aside %s order by %2$s, id"
                .formatted(timed.kind().getSimpleName(), timed.moment(), timed.condition(), which);
        var query = entities.createQuery(text, timed.kind())
                .setParameter("now", acts.ofSystem().at())
                .setParameter("aside", setAside.isEmpty() ? Set.of(NOBODY) : Set.copyOf(setAside.keySet()));
        if (!which.isEmpty()) query.setParameter("only", only);
        return query.setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }
}
