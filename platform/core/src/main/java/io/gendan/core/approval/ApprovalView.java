package io.gendan.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An approval as those see it who may see the record.
 *
 * @param checksum of the content to be agreed to; who decides may send it back as what he saw
 * @param step code of the step it is at
 * @param waiting who may decide now, substitutes included
 */
public record ApprovalView(
        UUID id,
        int version,
        String recordType,
        UUID recordId,
        String record,
        String status,
        String checksum,
        Set<String> authors,
        Instant openedAt,
        Instant closedAt,
        String step,
        Set<String> waiting,
        List<StepView> steps) {
    /**
     * @param needed how many have to agree; null for all of them
     * @param due when its limit runs out; null without one, or before it is reached
     */
    public record StepView(String code, Integer needed, Instant due, List<SeatView> seats) {}

    /**
     * @param owner whose decision it is
     * @param delegate to whom he handed it on
     * @param superior who may take it as well, the limit having run out
     * @param added whether he was asked in addition, so that he has to agree in any case
     * @param approvedBy who took it; null while it is open
     * @param checksum of what he agreed to
     */
    public record SeatView(
            String owner,
            String delegate,
            String superior,
            boolean added,
            String approvedBy,
            Instant approvedAt,
            String checksum) {}

    static ApprovalView of(Approval approval) {
        return new ApprovalView(
                approval.id(),
                approval.version(),
                approval.about().type(),
                approval.about().id(),
                approval.about().label(),
                approval.status().name(),
                approval.checksum(),
                approval.authors(),
                approval.openedAt(),
                approval.closedAt(),
                approval.step().code(),
                approval.waiting(),
                approval.steps().stream().map(ApprovalView::of).toList());
    }

    private static StepView of(Step step) {
        return new StepView(
                step.code(),
                step.quorum().needed(),
                step.due(),
                step.seats().stream().map(ApprovalView::of).toList());
    }

    private static SeatView of(Seat seat) {
        var decision = seat.decision();
        return new SeatView(
                seat.owner(),
                seat.delegate(),
                seat.superior(),
                seat.origin() == Seat.Origin.ADDED,
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.checksum());
    }
}
