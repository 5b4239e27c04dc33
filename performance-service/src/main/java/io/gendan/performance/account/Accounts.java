package io.gendan.performance.account;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregates;
import io.gendan.events.performance.StaffEvent;
import io.gendan.performance.staff.PersonChanged;

/** One account for each person of the register, wanted in the transaction that changes the person. */
@ApplicationScoped
class Accounts extends Aggregates<Account, StaffEvent> {
    Accounts() {
        super("account");
    }

    /** That an account is wanted for who is new, the register's audit entry says already. */
    void keepInStep(@Observes PersonChanged person) {
        if (person.added()) persist(new Account(person));
        else
            onceFree(person.username())
                    .ifPresentOrElse(account -> follow(account, person), () -> persist(new Account(person)));
    }

    Account of(String username) {
        return find("username", username)
                .singleResultOptional()
                .orElseThrow(() -> new Problem.NotFound("account", username));
    }

    /** Waits until nobody is at the account, so that what follows is decided on what he has left. */
    private Optional<Account> onceFree(String username) {
        return find("username", username)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    private void follow(Account account, PersonChanged person) {
        if (!account.follows(person))
            adjust(account.id(), person.act(), "performance.account.due", a -> a.follow(person));
    }
}
