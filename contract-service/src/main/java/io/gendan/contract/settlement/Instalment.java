package io.gendan.contract.settlement;

import java.time.LocalDate;
import java.util.Map;

import io.gendan.events.Money;

/**
 * One line of a payment schedule.
 *
 * @param line its number, from 1
 * @param date when it falls due, if that is a date and not an event
 */
record Instalment(int line, Money amount, DueEvent dueEvent, LocalDate date) {
    enum State {
        OPEN,
        PARTIAL,
        PAID
    }

    /** The day it falls due, or null while its event has not happened. */
    LocalDate dueOn(Map<DueEvent, LocalDate> happened) {
        return dueEvent == DueEvent.DATE ? date : happened.get(dueEvent);
    }

    State state(Money paid) {
        if (paid.amount().signum() == 0) return State.OPEN;
        return paid.compareTo(amount) < 0 ? State.PARTIAL : State.PAID;
    }
}
