package io.gendan.core.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox: one thread per replica takes the oldest rows of the buckets it holds, sends them all, waits
 * until Kafka has them all, and marks them with one statement. Whatever fails in between is sent again from the table,
 * in order; receivers know an event again by its id. It is woken by commits and looks by itself as a net.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    @Inject
    DataSource database;

    @Inject
    OutboxSettings settings;

    @Inject
    EventPublisher publisher;

    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;
    private OutboxStore store;
    private OutboxLeases leases;

    /** Says that there may be something to publish; costs nothing and blocks nobody. */
    public void wake() {
        if (work.availablePermits() == 0) work.release();
    }

    void start(@Observes StartupEvent event) {
        store = new OutboxStore(database);
        leases = new OutboxLeases(database, settings.lease());
        if (!settings.relayed()) return;
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!running) return;
        running = false;
        wake();
        thread.join(5_000);
        publisher.close();
    }

    OutboxStore store() {
        return store;
    }

    private void run() {
        boolean more = false;
        while (running)
            try {
                if (!more) waitForWork();
                if (leases.renewalIsDue()) leases.renew();
                more = publishOldest();
            } catch (InterruptedException _) {
                running = false;
            } catch (SQLException | KafkaException | IllegalStateException failure) {
                LOG.warnf("outbox relay rests after a failure: %s", failure.toString());
                publisher.startAnew();
                rest();
            }
        try {
            leases.release();
        } catch (SQLException failure) {
            LOG.debugf("buckets run out by themselves: %s", failure.toString());
        }
    }

    private void waitForWork() throws InterruptedException {
        boolean unused = work.tryAcquire(settings.idlePoll().toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
    }

    /** @return whether a whole batch was found, so that more may be waiting */
    private boolean publishOldest() throws SQLException, InterruptedException {
        Map<Short, Long> fences = leases.held();
        if (fences.isEmpty()) return false;
        List<OutboxStore.Row> rows = store.oldest(fences.keySet(), settings.batch());
        if (rows.isEmpty()) return false;
        List<OutboxStore.Row> sent = awaitAll(rows, sendAll(rows));
        store.published(sent, fences);
        return rows.size() == settings.batch();
    }

    private List<Future<RecordMetadata>> sendAll(List<OutboxStore.Row> rows) {
        var sending = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) sending.add(publisher.send(row));
        return sending;
    }

    private List<OutboxStore.Row> awaitAll(List<OutboxStore.Row> rows, List<Future<RecordMetadata>> sending)
            throws SQLException, InterruptedException {
        var sent = new ArrayList<OutboxStore.Row>(rows.size());
        for (int i = 0; i < rows.size(); i++)
            try {
                sending.get(i).get();
                sent.add(rows.get(i));
            } catch (ExecutionException e) {
                if (!neverAccepted(e.getCause())) throw new KafkaException("not published", e.getCause());
                LOG.errorf(
                        "event %s of %s is set aside: %s",
                        rows.get(i).id(), rows.get(i).type(), e.getCause());
                store.setAside(rows.get(i), String.valueOf(e.getCause()));
            }
        return sent;
    }

    private static boolean neverAccepted(Throwable cause) {
        return cause instanceof RecordTooLargeException || cause instanceof SerializationException;
    }

    private void rest() {
        try {
            Thread.sleep(settings.backOff());
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
