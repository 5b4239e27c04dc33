package io.gendan.performance.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

import static io.gendan.performance.rota.SwapStatus.ASKED;
import static io.gendan.performance.rota.SwapStatus.DECLINED;
import static io.gendan.performance.rota.SwapStatus.IN_FORCE;
import static io.gendan.performance.rota.SwapStatus.WITHDRAWN;

/** That two people of a rota exchange a day of the one for a day of the other, once both want it (ORG-08). */
@Entity
@Table(name = "rota_swap")
class RotaSwap extends Aggregate {
    @Column(name = "rota_id")
    private UUID rotaId;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_day")
    private LocalDate askedDay;

    private String other;

    @Column(name = "other_day")
    private LocalDate otherDay;

    @Enumerated(EnumType.STRING)
    private SwapStatus status;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected RotaSwap() {}

    RotaSwap(UUID rota, LocalDate askedDay, String other, LocalDate otherDay, Act act) {
        super(Ids.next());
        this.rotaId = rota;
        this.askedBy = act.by();
        this.askedDay = askedDay;
        this.other = other;
        this.otherDay = otherDay;
        this.status = ASKED;
        this.askedAt = act.at();
    }

    void requireAsked(Act act) {
        requireBy(other, act);
    }

    void consent(Act act) {
        requireAsked(act);
        moveTo(IN_FORCE, act);
    }

    void decline(Act act) {
        requireAsked(act);
        moveTo(DECLINED, act);
    }

    void withdraw(Act act) {
        requireBy(askedBy, act);
        moveTo(WITHDRAWN, act);
    }

    /** Who is on at both days because of it. */
    Map<LocalDate, String> days() {
        return Map.of(askedDay, other, otherDay, askedBy);
    }

    LocalDate firstDay() {
        return askedDay.isBefore(otherDay) ? askedDay : otherDay;
    }

    UUID rotaId() {
        return rotaId;
    }

    String askedBy() {
        return askedBy;
    }

    LocalDate askedDay() {
        return askedDay;
    }

    String other() {
        return other;
    }

    LocalDate otherDay() {
        return otherDay;
    }

    RotaResource.SwapView view() {
        return new RotaResource.SwapView(
                id(), version(), rotaId, askedBy, askedDay, other, otherDay, status, askedAt, decidedAt);
    }

    @Override
    public String recordType() {
        return "rota-swap";
    }

    private void moveTo(SwapStatus next, Act act) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
        decidedAt = act.at();
    }

    private static void requireBy(String username, Act act) {
        if (!act.by().equals(username))
            throw new Problem.NotAllowed("swap-of-another", Map.of("by", act.by(), "username", username));
    }
}
