package io.gendan.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.problem.TextArguments;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.core.store.RecordRef;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.StaffRules;

import static io.gendan.core.notice.MailStatus.FAILED;
import static io.gendan.core.notice.MailStatus.SENT;
import static io.gendan.core.notice.MailStatus.WAITING;

/** What somebody was told, by whom, about which record, by when (INF-14). What it says never changes. */
@Entity
@Table(name = "notice")
class Notice extends Aggregate {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30));
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_REASON = 500;

    private String sender;
    private String recipient;

    @Embedded
    private RecordRef about;

    @Column(name = "text_key")
    private String text;

    @Json
    private Map<String, Object> arguments;

    private Instant deadline;
    private boolean urgent;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "acknowledge_by")
    private Instant acknowledgeBy;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "unacknowledged_at")
    private Instant unacknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_status")
    private MailStatus mailStatus;

    @Column(name = "mail_at")
    private Instant mailAt;

    @Column(name = "mail_attempts")
    private int mailAttempts;

    @Column(name = "mail_reason")
    private String mailReason;

    @Column(name = "mail_to")
    private String mailTo;

    @Column(name = "mail_subject")
    private String mailSubject;

    @Column(name = "mail_text")
    private String mailText;

    protected Notice() {}

    /**
     * @param zone in which moments among the arguments are written out
     * @param mailAt when it may be mailed (ORG-06)
     */
    Notice(Telling telling, Instant mailAt, ZoneId zone, Act act) {
        super(Ids.next());
        sender = act.by();
        recipient = telling.recipient();
        about = telling.about();
        text = telling.text();
        arguments = TextArguments.kept(telling.arguments(), zone);
        deadline = telling.deadline();
        urgent = telling.urgent();
        toldAt = act.at();
        mailStatus = WAITING;
        this.mailAt = mailAt;
    }

    /** An urgent one is to be acknowledged by then (ORG-07). */
    void expectAcknowledgment(RuleVersion<StaffRules.Reachability> rule, Scope scope, Instant by, Act act) {
        acknowledgeBy = by;
        act.deadline(rule, scope, this, act.at(), by);
    }

    void read(Act act) {
        if (readAt == null) readAt = act.at();
    }

    /** Also late, which leaves on record that it was missed. */
    void acknowledge(Act act) {
        if (acknowledgeBy == null) throw new Problem.Unprocessable("notice-not-urgent", Map.of());
        if (acknowledgedAt == null) acknowledgedAt = act.at();
        read(act);
    }

    /** The person could not be reached (ORG-07). */
    void missAcknowledgment(Scope scope, Act act) {
        unacknowledgedAt = act.at();
        var rule = act.rule(StaffRules.REACHABILITY, scope);
        act.find(
                StaffRules.NOT_REACHED,
                rule,
                this,
                Map.of("toldBefore", List.of(recipient), "told", toldAt, "due", acknowledgeBy));
    }

    /** @param mail what was sent, word by word */
    void mailed(NoticeMail mail, Instant at) {
        moveTo(SENT);
        mailAt = at;
        mailAttempts++;
        mailReason = null;
        mailTo = mail.to();
        mailSubject = mail.subject();
        mailText = mail.text();
    }

    /** It cannot be sent now; the longer that lasts, the longer the pauses. */
    void mailLater(String reason, Instant now) {
        mailReason = shortened(reason);
        mailAt = now.plus(mailAttempts < PAUSES.size() ? PAUSES.get(mailAttempts) : LONGEST_PAUSE);
        mailAttempts++;
    }

    /** Nobody is disturbed, or another replica is at it, until then. */
    void mailNotBefore(Instant opening) {
        mailAt = opening;
    }

    void mailFailed(String reason, Instant at) {
        moveTo(FAILED);
        mailAt = at;
        mailAttempts++;
        mailReason = shortened(reason);
    }

    /** The arguments of its text, and those that every text has. */
    Map<String, Object> arguments(String sender, String recipient, String record, String deadline) {
        var all = new HashMap<>(arguments);
        all.put("sender", sender);
        all.put("recipient", recipient);
        all.put("record", record);
        all.put("deadline", deadline);
        return all;
    }

    NoticeView view(NoticeTexts texts, Locale locale) {
        return new NoticeView(
                id(),
                texts.named(sender, locale),
                texts.named(recipient, locale),
                about,
                texts.text(this, locale),
                deadline,
                urgent,
                toldAt,
                readAt,
                acknowledgeBy,
                acknowledgedAt,
                unacknowledgedAt,
                new NoticeView.Mail(mailStatus, mailAt, mailAttempts, mailReason));
    }

    String sender() {
        return sender;
    }

    String recipient() {
        return recipient;
    }

    RecordRef about() {
        return about;
    }

    String text() {
        return text;
    }

    Instant deadline() {
        return deadline;
    }

    boolean isUrgent() {
        return urgent;
    }

    MailStatus mailStatus() {
        return mailStatus;
    }

    Instant mailAt() {
        return mailAt;
    }

    boolean isUnacknowledged() {
        return unacknowledgedAt != null;
    }

    @Override
    public String recordType() {
        return "notice";
    }

    private static String shortened(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private void moveTo(MailStatus next) {
        if (!mailStatus.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), mailStatus, next);
        mailStatus = next;
    }
}
