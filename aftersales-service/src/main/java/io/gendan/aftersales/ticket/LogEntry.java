package io.gendan.aftersales.ticket;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One communication or service step on a ticket (AFT-09). Rows are only ever added. */
@Entity
@Immutable
@Table(name = "ticket_log")
class LogEntry {
    enum Step {
        OPENED,
        ACKNOWLEDGED,
        BREACHED,
        CLASSIFIED,
        ASSIGNED,
        REASSIGNED,
        ANSWERED,
        INVESTIGATED,
        SOLUTION_PROPOSED,
        TOLD,
        REOPENED,
        MESSAGE,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long seq;

    @Column(name = "ticket_id")
    private UUID ticketId;

    private Instant at;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String content;
    private boolean internal;

    protected LogEntry() {}

    LogEntry(UUID ticketId, Instant at, String actor, Step step, String content, boolean internal) {
        this.ticketId = ticketId;
        this.at = at;
        this.actor = actor;
        this.step = step;
        this.content = content;
        this.internal = internal;
    }

    TicketView.Entry view() {
        return new TicketView.Entry(at, actor, step.name(), content, internal);
    }
}
