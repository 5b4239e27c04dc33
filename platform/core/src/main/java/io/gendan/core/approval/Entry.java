package io.gendan.core.approval;

import java.time.Instant;
import java.util.List;

/**
 * A line of the protocol of an approval: what happened, who did it, and for whom.
 *
 * @param step in which it happened
 * @param forWhom whose decision it was where {@code by} stood in for somebody; null otherwise
 * @param to those who were asked, named, added or to whom it was handed on; null otherwise
 * @param text the reason given, or what else explains it; may be null
 * @param checksum of the content it was about
 * @param countsFrom the step in which the decision was taken that counts in this one as well; null otherwise
 */
public record Entry(
        What what,
        String step,
        String by,
        String forWhom,
        List<String> to,
        Instant at,
        String text,
        List<Remark> remarks,
        String checksum,
        String countsFrom) {
    public enum What {
        SUBMITTED,
        ASKED,
        APPROVED,
        /** What somebody agreed to in an earlier step counts in this one, which asks him as well. */
        COUNTED,
        RETURNED,
        WITHDRAWN,
        VOIDED,
        DELEGATED,
        ADDED,
        NAMED,
        ESCALATED,
        NOBODY_FOUND
    }
}
