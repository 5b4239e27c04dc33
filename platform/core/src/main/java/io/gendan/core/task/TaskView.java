package io.gendan.core.task;

import java.time.Instant;
import java.util.UUID;

import io.gendan.core.people.People;
import io.gendan.core.store.RecordRef;

/**
 * A task as those see it whom it waits for.
 *
 * @param person it waits for, with {@code role} and {@code unit}: the person, or the role (in the unit, null for the
 *     company), or the unit
 * @param due null for none
 * @param text why, in the reader's language
 * @param rule key of the rule that demands it, {@code clause} as cited and {@code clauseText} in the reader's language;
 *     null where none does
 * @param closedBy null while it is open
 */
record TaskView(
        UUID id,
        String kind,
        RecordRef about,
        People.Named person,
        String role,
        String unit,
        String status,
        Instant due,
        boolean overdue,
        String text,
        String rule,
        String clause,
        String clauseText,
        People.Named openedBy,
        Instant openedAt,
        People.Named closedBy,
        Instant closedAt) {}
