package io.gendan.performance.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.performance.staff.PersonChanged;

import static io.gendan.performance.account.AccountStatus.CLOSED;
import static io.gendan.performance.account.AccountStatus.DUE;
import static io.gendan.performance.account.AccountStatus.OPEN;
import static io.gendan.performance.account.AccountStatus.REFUSED;

/** What a person's account at the identity provider has to be like, and whether it is (SEC-17). */
@Entity
@Table(name = "account")
class Account extends Aggregate {
    private static final int LONGEST_DETAIL = 500;

    @Column(updatable = false)
    private String username;

    private String name;
    private String email;

    @Json
    private TreeSet<String> roles;

    @Column(name = "active_from")
    private LocalDate activeFrom;

    @Column(name = "active_until")
    private LocalDate activeUntil;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Column(name = "watch_at")
    private Instant watchAt;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private AccountFault fault;

    @Column(name = "fault_detail")
    private String faultDetail;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "invited_at")
    private Instant invitedAt;

    protected Account() {}

    Account(PersonChanged person) {
        super(Ids.next());
        username = person.username();
        status = DUE;
        follow(person);
    }

    /** The register has changed, or shall be compared with anew. */
    void follow(PersonChanged person) {
        if (!Objects.equals(email, person.email())) invitedAt = null;
        name = person.name();
        email = person.email();
        roles = new TreeSet<>(person.roles());
        activeFrom = person.activeFrom();
        activeUntil = person.activeUntil();
        fallDue(person.act());
    }

    boolean follows(PersonChanged person) {
        return name.equals(person.name())
                && Objects.equals(email, person.email())
                && roles.equals(person.roles())
                && activeFrom.equals(person.activeFrom())
                && Objects.equals(activeUntil, person.activeUntil());
    }

    /** Whoever has no password yet is invited anew. */
    void tryAgain(Act act) {
        invitedAt = null;
        fallDue(act);
    }

    /** Never open before the first day of duty nor after the last, and never closed on either (SEC-17). */
    Wish wishOn(LocalDate day) {
        boolean onDuty = !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
        return new Wish(username, name, email, roles, onDuty);
    }

    /** The next day on which the account has to be another one by itself. */
    Optional<LocalDate> turnsAfter(LocalDate day) {
        if (day.isBefore(activeFrom)) return Optional.of(activeFrom);
        return Optional.ofNullable(activeUntil).map(last -> last.plusDays(1)).filter(day::isBefore);
    }

    /** @param nextLook when it is to be looked at again, though nothing calls for it */
    void settle(boolean open, boolean invited, Instant nextLook, Act act) {
        AccountStatus reached = open ? OPEN : CLOSED;
        if (status != reached) moveTo(reached);
        if (invited) invitedAt = act.at();
        settledAt = act.at();
        watchAt = nextLook;
        attempts = 0;
        fault = null;
        faultDetail = null;
    }

    void postpone(AccountFailure failure, BackOff backOff, Act act) {
        if (status != DUE) moveTo(DUE);
        watchAt = act.at().plus(backOff.after(attempts));
        note(failure);
    }

    void refuse(AccountFailure failure, Instant nextLook) {
        if (status != REFUSED) moveTo(REFUSED);
        note(failure);
        watchAt = nextLook;
    }

    boolean is(AccountStatus asked) {
        return status == asked;
    }

    boolean isInvited() {
        return invitedAt != null;
    }

    AccountView view(boolean managed, AccountView.Fault described) {
        return new AccountView(
                id(),
                version(),
                username,
                name,
                managed ? status.name() : AccountView.NOT_MANAGED,
                described,
                attempts,
                watchAt,
                settledAt,
                invitedAt);
    }

    Optional<AccountFault> fault() {
        return Optional.ofNullable(fault);
    }

    String faultDetail() {
        return faultDetail;
    }

    @Override
    public String recordType() {
        return "account";
    }

    private void fallDue(Act act) {
        if (status != DUE) moveTo(DUE);
        watchAt = act.at();
        attempts = 0;
    }

    private void note(AccountFailure failure) {
        attempts++;
        fault = failure.fault();
        String detail = failure.detail();
        faultDetail =
                detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private void moveTo(AccountStatus next) {
        if (!status.next().contains(next)) throw new Problem.IllegalMove(recordType(), id(), status, next);
        status = next;
    }
}
