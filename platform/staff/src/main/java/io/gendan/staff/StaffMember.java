package io.gendan.staff;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.store.Json;
import io.gendan.events.performance.StaffEvent.StaffRegistered;

/** What a service remembers of a person of the staff register. */
@Entity
@Table(name = "staff_member")
class StaffMember {
    @Id
    private String username;

    @Column(name = "staff_id")
    private UUID staffId;

    private String unit;
    private String profile;
    private String level;
    private String superior;

    @Json
    private Set<String> roles;

    @Column(name = "active_from")
    private LocalDate activeFrom;

    @Column(name = "active_until")
    private LocalDate activeUntil;

    private String name;
    private String email;

    @Column(name = "personal_limit")
    private BigDecimal personalLimit;

    @Column(name = "inducted_on")
    private LocalDate inductedOn;

    private int revision;

    @Column(name = "told_at")
    private Instant toldAt;

    protected StaffMember() {}

    StaffMember(StaffRegistered registered) {
        username = registered.username();
        become(registered);
    }

    void become(StaffRegistered registered) {
        staffId = registered.staffId();
        unit = registered.unit();
        profile = registered.profile();
        level = registered.level();
        superior = registered.superior();
        roles = new TreeSet<>(registered.roles());
        activeFrom = registered.activeFrom();
        activeUntil = registered.activeUntil();
        name = registered.name();
        email = registered.email();
        personalLimit = registered.personalLimit();
        inductedOn = wasToldBeforeInductions(registered) ? activeFrom : registered.inductedOn();
        if (registered.revision() != null) revision = registered.revision();
        toldAt = registered.occurredAt();
    }

    /** Whether it comes late, after what was told later; where an earlier release told one of them, their times say so. */
    boolean outdates(StaffRegistered registered) {
        if (registered.revision() != null && revision > 0 && registered.revision() != revision)
            return registered.revision() < revision;
        return toldAt != null && registered.occurredAt().isBefore(toldAt);
    }

    boolean isOnDuty(LocalDate day) {
        return (activeFrom == null || !day.isBefore(activeFrom)) && (activeUntil == null || !day.isAfter(activeUntil));
    }

    OrderTaker orderTaker(LocalDate day) {
        boolean inducted = inductedOn != null && !inductedOn.isAfter(day);
        return new OrderTaker(username, unit, profile, level, personalLimit, inducted);
    }

    /** An earlier release took whoever was on duty to be inducted. */
    private static boolean wasToldBeforeInductions(StaffRegistered registered) {
        return registered.name() == null;
    }
}
