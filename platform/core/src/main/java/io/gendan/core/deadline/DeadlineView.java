package io.gendan.core.deadline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A deadline as those see it whom it concerns.
 *
 * @param code names it within its record
 * @param owner who has to keep it, null where the head of the unit answers
 * @param profile with {@code unit}: on whose calendar it is counted
 * @param rule key of the rule that set it
 * @param limit as the rule writes it: {@code 2 wh}
 * @param due when it runs out, or ran out; while it is paused, when it would have
 * @param warnsAt when the owner is warned, null where he is not
 * @param report what the owner said when he saw that it cannot be kept, null where he did not
 * @param reason why it was paused, resumed or counted anew last
 * @param missedAt when it was found missed: it stays missed
 * @param metAt when it was done, in time or not
 * @param told who was told of the miss, the nearest superior first; each has to acknowledge it before the next is told
 * @param acknowledgedFor who was told and for whom somebody stood in, null where he acknowledged it himself
 * @param acknowledgment what the one who acknowledged it does about it
 */
public record DeadlineView(
        UUID id,
        int version,
        String recordType,
        UUID recordId,
        String recordLabel,
        String code,
        String owner,
        String profile,
        String unit,
        String rule,
        int ruleVersion,
        String limit,
        DeadlineStatus status,
        Instant startedAt,
        Instant due,
        Instant warnsAt,
        Instant warnedAt,
        String report,
        Instant reportedAt,
        Instant pausedAt,
        String reason,
        Instant missedAt,
        Instant metAt,
        List<String> told,
        Instant acknowledgedAt,
        String acknowledgedBy,
        String acknowledgedFor,
        String acknowledgment) {}
