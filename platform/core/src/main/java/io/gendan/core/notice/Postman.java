package io.gendan.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.act.Acts;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Mails notices, those that have waited longest first. Each is taken for a while, sent, and marked: nothing is locked while
 * the mail server takes its time, and replicas share the work. A server that does not answer is waited for; then the
 * others need not be tried either. What was sent and not marked, by a crash in between, is sent again under the same
 * Message-ID.
 */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final String ADDRESS = "[^\\s,<>()@]+@[^\\s,<>()@]+";

    /** What the next notice comes to. */
    private sealed interface Turn {
        /** None waits. */
        record Nothing() implements Turn {}

        /** It is not to be sent, at least not now. */
        record Settled() implements Turn {}

        record Send(UUID notice, NoticeMail mail) implements Turn {}
    }

    @Inject
    Notices notices;

    @Inject
    NoticeTexts texts;

    @Inject
    NoticeReaders readers;

    @Inject
    StaffDirectory directory;

    @Inject
    QuietHours quietHours;

    @Inject
    ReactiveMailer mailer;

    @Inject
    Vertx vertx;

    @Inject
    Acts acts;

    /** How long the mail server may take for one mail; a notice is taken for longer than that. */
    @ConfigProperty(name = "gendan.mail.patience")
    Duration patience;

    /** Public for tests, which do not want to wait. */
    @ActivateRequestContext
    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void deliver() {
        boolean more;
        do
            more = switch (QuarkusTransaction.requiringNew().call(this::take)) {
                case Turn.Nothing _ -> false;
                case Turn.Settled _ -> true;
                case Turn.Send(UUID notice, NoticeMail mail) -> deliver(notice, mail);
            };
        while (more);
    }

    private Turn take() {
        Act act = acts.ofSystem();
        Optional<Notice> next = notices.nextToMail(act);
        if (next.isEmpty()) return new Turn.Nothing();
        Notice notice = next.get();
        Instant opening = quietHours.over(act.at(), notice.recipient(), notice.isUrgent());
        if (opening.isAfter(act.at())) {
            notice.mailNotBefore(opening);
            return new Turn.Settled();
        }
        Optional<Person> recipient = directory.find(notice.recipient());
        if (recipient.isPresent() && !recipient.get().active()) {
            notices.mailFailed(notice, "not on duty", act); // who has left learns nothing more
            return new Turn.Settled();
        }
        String address = recipient.map(Person::email).orElse("");
        if (!address.matches(ADDRESS)) {
            notices.mailFailed(notice, address.isBlank() ? "no address" : "malformed address", act);
            return new Turn.Settled();
        }
        notice.mailNotBefore(act.at().plus(patience.multipliedBy(4)));
        Locale locale = readers.languageOf(notice.recipient());
        return new Turn.Send(
                notice.id(), new NoticeMail(address, texts.subject(notice, locale), texts.letter(notice, locale)));
    }

    /** @return whether the server answers */
    private boolean deliver(UUID id, NoticeMail mail) {
        Optional<Throwable> failure = send(id, mail);
        if (failure.isEmpty()) {
            mark(id, (notice, act) -> notices.mailed(notice, mail, act));
            return true;
        }
        Throwable cause = failure.get();
        if (Refusal.isForGood(cause)) {
            mark(id, (notice, act) -> notices.mailFailed(notice, cause.getMessage(), act));
            return true;
        }
        LOG.warnf("notice %s waits to be mailed: %s", id, cause);
        mark(id, (notice, act) -> notice.mailLater(cause.toString(), act.at()));
        return false;
    }

    private void mark(UUID id, BiConsumer<Notice, Act> outcome) {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.toMark(id).ifPresent(notice -> outcome.accept(notice, acts.ofSystem())));
    }

    /**
     * The mail client reads from the thread that dials: from any other, a greeting that comes at once is lost and the mail
     * waits for it in vain.
     *
     * @return what went wrong, which may be anything; nothing where the server has taken it
     */
    private Optional<Throwable> send(UUID notice, NoticeMail mail) {
        try {
            Mail letter = new Mail()
                    .addTo(mail.to())
                    .setSubject(mail.subject())
                    .setText(mail.text())
                    .setHtml(mail.html())
                    .addHeader("Message-ID", "<" + notice + "@gendan>")
                    .addHeader("Auto-Submitted", "auto-generated");
            Context line = vertx.getOrCreateContext();
            Uni.createFrom()
                    .deferred(() -> mailer.send(letter))
                    .runSubscriptionOn(dialing -> line.runOnContext(_ -> dialing.run()))
                    .await()
                    .atMost(patience);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Refusal.causeOf(failure));
        }
    }

    /** What the mail server, or the address, has against a mail. */
    private static final class Refusal {
        private static final String RECIPIENT = "recipient address not accepted";
        private static final String CONTENT = "sending data failed";

        static Throwable causeOf(RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null && !(cause instanceof SMTPException)) cause = cause.getCause();
            return cause;
        }

        /** Where the address or the letter is at fault; not where we, the line or the server are. */
        static boolean isForGood(Throwable cause) {
            return cause instanceof SMTPException refused
                    && refused.isPermanent()
                    && (refused.getMessage().startsWith(RECIPIENT)
                            || refused.getMessage().startsWith(CONTENT));
        }
    }
}
