package io.gendan.core.comment;

import java.time.Instant;
import java.util.UUID;

import io.gendan.core.people.People;
import io.gendan.core.store.RecordRef;

/**
 * A comment in its thread.
 *
 * @param parent the comment it replies to, null for none
 * @param text null once its author has withdrawn it
 * @param toPerson whom it is for, or {@code toUnit}; null for whoever reads it
 * @param status REMARK; of a question OPEN, OVERDUE, ANSWERED; WITHDRAWN
 * @param answerDue of a question, by rule comment.answer
 * @param overdueAt when that had been missed; stays for good
 */
record CommentView(
        UUID id,
        RecordRef about,
        UUID parent,
        People.Named author,
        String text,
        People.Named toPerson,
        String toUnit,
        boolean question,
        String status,
        Instant saidAt,
        Instant answerDue,
        Instant overdueAt,
        People.Named answeredBy,
        Instant answeredAt,
        Instant withdrawnAt) {}
