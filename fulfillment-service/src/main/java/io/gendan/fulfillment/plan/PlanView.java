package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A plan as those see it who may see it.
 *
 * @param teamDue by when it is to have a team (FUL-01)
 * @param teamMissedAt when it was found to have none
 * @param progressDue by when the next progress is to be reported, null before the start (FUL-08)
 * @param progressFlaggedAt when the report was found missing, null while none is
 * @param progressTold who is to see to it: the merchandiser, later his superior
 */
record PlanView(
        UUID id,
        int version,
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String profile,
        String unit,
        String merchandiser,
        LocalDate deliveryDate,
        String status,
        Instant createdAt,
        Instant teamDue,
        Instant teamMissedAt,
        String owner,
        List<Member> members,
        List<MilestoneView> milestones,
        String plannedBy,
        String confirmedBy,
        Instant startedAt,
        int percent,
        Instant lastProgressAt,
        Instant progressDue,
        boolean progressOverdue,
        Instant progressFlaggedAt,
        String progressTold,
        List<InspectionView> inspections) {
    /** @param afterDeliveryDate planned for a day after the one the customer was promised */
    record MilestoneView(
            UUID id,
            String name,
            LocalDate plannedOn,
            String responsible,
            String criterion,
            Milestone.Status status,
            Instant reachedAt,
            String reachedBy,
            Integer daysLate,
            boolean overdue,
            boolean afterDeliveryDate) {
        static MilestoneView of(Milestone milestone, LocalDate today, LocalDate deliveryDate) {
            return new MilestoneView(
                    milestone.id(),
                    milestone.name(),
                    milestone.plannedOn(),
                    milestone.responsible(),
                    milestone.criterion(),
                    milestone.status(),
                    milestone.reachedAt(),
                    milestone.reachedBy(),
                    milestone.daysLate(),
                    milestone.reachedAt() == null && today.isAfter(milestone.plannedOn()),
                    milestone.plannedOn().isAfter(deliveryDate));
        }

        private MilestoneView forCustomer() {
            return new MilestoneView(
                    id, name, plannedOn, null, null, status, reachedAt, null, daysLate, overdue, afterDeliveryDate);
        }
    }

    record InspectionView(
            UUID id,
            String batch,
            Map<String, Boolean> criteria,
            boolean passed,
            String remarks,
            String inspector,
            Instant at) {
        static InspectionView of(Inspection inspection) {
            return new InspectionView(
                    inspection.id(),
                    inspection.batch(),
                    inspection.criteria(),
                    inspection.passed(),
                    inspection.remarks(),
                    inspection.inspector(),
                    inspection.at());
        }

        private InspectionView forCustomer() {
            return new InspectionView(id, batch, criteria, passed, null, null, at);
        }
    }

    /** State, dates and quality results, without who does what and how we watch it (INF-10). */
    PlanView forCustomer() {
        return new PlanView(
                id,
                version,
                orderId,
                orderNumber,
                customerId,
                profile,
                unit,
                merchandiser,
                deliveryDate,
                status,
                createdAt,
                null,
                null,
                null,
                List.of(),
                milestones.stream().map(MilestoneView::forCustomer).toList(),
                null,
                null,
                startedAt,
                percent,
                lastProgressAt,
                null,
                false,
                null,
                null,
                inspections.stream().map(InspectionView::forCustomer).toList());
    }
}
