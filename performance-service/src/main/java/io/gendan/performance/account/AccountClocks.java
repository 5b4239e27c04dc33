package io.gendan.performance.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

import static io.gendan.performance.account.AccountStatus.CLOSED;
import static io.gendan.performance.account.AccountStatus.DUE;
import static io.gendan.performance.account.AccountStatus.OPEN;
import static io.gendan.performance.account.AccountStatus.REFUSED;

/**
 * Brings accounts into step when the register has changed, on the first day of duty, on the day after the last, and from
 * time to time. While the identity provider is away nothing is tried for a moment, so that the other clocks of the
 * service do not wait for it.
 */
@ApplicationScoped
class AccountClocks implements Timed<Account> {
    private static final int IN_A_ROW = 100;

    @Inject
    Accounts accounts;

    @Inject
    AccountKeeper keeper;

    @Inject
    AccountSettings settings;

    @Inject
    Clock clock;

    private final AtomicInteger inARow = new AtomicInteger();
    private volatile Instant restUntil = Instant.MIN;

    @Override
    public Class<Account> kind() {
        return Account.class;
    }

    @Override
    public String moment() {
        return "watchAt";
    }

    @Override
    public String condition() {
        return settings.managed() && !clock.instant().isBefore(restUntil) ? "1 = 1" : "1 = 0";
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public void strike(Account due, Act act) {
        if (inARow.incrementAndGet() % IN_A_ROW == 0) rest(settings.turnOfOthers());
        LocalDate day = act.at().atZone(clock.getZone()).toLocalDate();
        Instant nextLook = nextLook(due, day, act);
        try {
            bringIntoStep(due, due.wishOn(day), nextLook, act);
        } catch (AccountFailure failure) {
            if (failure.fault().isGeneral()) rest(settings.pause());
            if (failure.fault().isPassing())
                note(due, DUE, "performance.account.failed", account -> account.postpone(failure, backOff(), act), act);
            else note(due, REFUSED, "performance.account.refused", account -> account.refuse(failure, nextLook), act);
        }
    }

    private void bringIntoStep(Account due, Wish wish, Instant nextLook, Act act) {
        var outcome = keeper.bringIntoStep(wish, due.isInvited());
        Consumer<Account> settle = account -> account.settle(wish.open(), outcome.invited(), nextLook, act);
        String action = wish.open() ? "performance.account.opened" : "performance.account.closed";
        if (outcome.changed() || outcome.invited()) accounts.adjust(due.id(), act, action, settle);
        else note(due, wish.open() ? OPEN : CLOSED, action, settle, act);
    }

    /** Leaves an audit entry only where something comes of it: not at each look or try. */
    private void note(Account due, AccountStatus reached, String action, Consumer<Account> change, Act act) {
        if (due.is(reached)) change.accept(due);
        else accounts.adjust(due.id(), act, action, change);
    }

    private Instant nextLook(Account due, LocalDate day, Act act) {
        Instant compared = act.at().plus(settings.compareEvery());
        return due.turnsAfter(day)
                .map(turn -> turn.atStartOfDay(clock.getZone()).toInstant())
                .filter(compared::isAfter)
                .orElse(compared);
    }

    private BackOff backOff() {
        return new BackOff(settings.firstRetry(), settings.longestRetry());
    }

    private void rest(Duration duration) {
        restUntil = clock.instant().plus(duration);
    }
}
