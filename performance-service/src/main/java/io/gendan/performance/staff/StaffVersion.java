package io.gendan.performance.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import org.hibernate.annotations.Immutable;

/** How the register described a person from a day on: by whom, when and why (ORG-04). Only ever added. */
@Entity
@Immutable
@Table(name = "staff_version")
class StaffVersion {
    @Id
    private UUID id;

    private String username;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Json
    private PersonDetails details;

    private String reason;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StaffVersion() {}

    StaffVersion(String username, PersonDetails details, LocalDate validFrom, String reason, Act act) {
        this.id = Ids.next();
        this.username = username;
        this.validFrom = validFrom;
        this.details = details;
        this.reason = reason;
        this.changedBy = act.by();
        this.changedAt = act.at();
    }

    StaffVersionView view() {
        return new StaffVersionView(id, username, validFrom, details, reason, changedBy, changedAt);
    }

    /** @param reason why, in the words of whoever changed it */
    record StaffVersionView(
            UUID id,
            String username,
            LocalDate validFrom,
            PersonDetails details,
            String reason,
            String changedBy,
            Instant changedAt) {}
}
