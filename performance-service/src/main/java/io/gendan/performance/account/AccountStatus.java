package io.gendan.performance.account;

import java.util.EnumSet;
import java.util.Set;

/** How a person's account stands to the register. */
enum AccountStatus {
    /** Not in step yet: at once, or as soon as the identity provider is there again. */
    DUE,
    /** In step: the person is on duty and can log in. */
    OPEN,
    /** In step: the person's duty has not begun or is over; nobody can log in. */
    CLOSED,
    /** Not to be brought into step as it is; the fault says what a person has to put right. */
    REFUSED;

    Set<AccountStatus> next() {
        return switch (this) {
            case DUE -> EnumSet.of(OPEN, CLOSED, REFUSED);
            case OPEN -> EnumSet.of(DUE, CLOSED, REFUSED);
            case CLOSED -> EnumSet.of(DUE, OPEN, REFUSED);
            case REFUSED -> EnumSet.of(DUE, OPEN, CLOSED);
        };
    }
}
