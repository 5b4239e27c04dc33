package io.gendan.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

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
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;

/**
 * Mails notices, those that have waited longest first, each in a transaction of its own: replicas share the work. A
 * server that does not answer is waited for; then the others need not be tried either. What was sent and not marked, by
 * a crash in between, is sent again under the same Message-ID.
 */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ADDRESS = "[^\\s,<>()@]+@[^\\s,<>()@]+";

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
    Acts acts;

    /** Public for tests, which do not want to wait. */
    @ActivateRequestContext
    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void deliver() {
        boolean more;
        do more = QuarkusTransaction.requiringNew().call(this::deliverNext);
        while (more);
    }

    /** @return whether to go on: one was dealt with, and the server answers */
    private boolean deliverNext() {
        Act act = acts.ofSystem();
        Optional<Notice> next = notices.nextToMail(act);
        if (next.isEmpty()) return false;
        Notice notice = next.get();
        Instant opening = quietHours.over(act.at(), notice.recipient(), notice.isUrgent());
        if (opening.isAfter(act.at())) {
            notice.mailNotBefore(opening);
            return true;
        }
        String address = directory.find(notice.recipient()).map(Person::email).orElse("");
        if (!address.matches(ADDRESS)) {
            notices.mailFailed(notice, address.isBlank() ? "no address" : "malformed address", act);
            return true;
        }
        return deliver(notice, address, act);
    }

    private boolean deliver(Notice notice, String address, Act act) {
        Locale locale = readers.languageOf(notice.recipient());
        var mail = new NoticeMail(address, texts.subject(notice, locale), texts.letter(notice, locale));
        try {
            send(mail, notice);
            notices.mailed(notice, mail, act);
            return true;
        } catch (RuntimeException failure) {
            Throwable cause = Refusal.causeOf(failure);
            if (Refusal.isForGood(cause)) {
                notices.mailFailed(notice, cause.getMessage(), act);
                return true;
            }
            LOG.warnf("notice %s waits to be mailed: %s", notice.id(), cause);
            notice.mailLater(String.valueOf(cause.getMessage()), act.at());
            return false;
        }
    }

    private void send(NoticeMail mail, Notice notice) {
        mailer.send(new Mail()
                        .addTo(mail.to())
                        .setSubject(mail.subject())
                        .setText(mail.text())
                        .setHtml(mail.html())
                        .addHeader("Message-ID", "<" + notice.id() + "@gendan>")
                        .addHeader("Auto-Submitted", "auto-generated"))
                .await()
                .atMost(PATIENCE);
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
