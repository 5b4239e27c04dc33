package io.gendan.fulfillment.plan;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Ids;

/** What somebody reported of the work on an order (FUL-08). Kept as it was written. */
@Entity
@Table(name = "progress_entry")
class ProgressEntry {
    @Id
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "milestone_id")
    private UUID milestoneId;

    private String text;
    private int percent;

    @Column(name = "reported_by")
    private String reportedBy;

    private Instant at;

    protected ProgressEntry() {}

    ProgressEntry(UUID planId, PlanResource.Progress progress, Act act) {
        id = Ids.next();
        this.planId = planId;
        milestoneId = progress.milestoneId();
        text = progress.text();
        percent = progress.percent();
        reportedBy = act.by();
        at = act.at();
    }

    PlanResource.ProgressView view() {
        return new PlanResource.ProgressView(id, milestoneId, text, percent, reportedBy, at);
    }
}
