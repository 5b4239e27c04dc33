package io.gendan.core.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.gendan.core.approval.Seat.Origin;
import io.gendan.core.people.Person;
import io.gendan.core.people.StaffDirectory;

/**
 * One step of an approval: whom it asks, and what they said.
 *
 * @param limit key of the rule on how long it may take; null for none
 * @param seats empty until the step is reached
 * @param due when the limit runs out; null without one
 */
record Step(
        String code,
        String part,
        List<Approver> approvers,
        Quorum quorum,
        String limit,
        List<Seat> seats,
        Instant due) {
    Step {
        approvers = List.copyOf(approvers);
        seats = List.copyOf(seats);
    }

    static Step of(PlannedStep planned) {
        return new Step(
                planned.code(),
                planned.part(),
                planned.approvers(),
                planned.quorum(),
                planned.limit() == null ? null : planned.limit().key(),
                List.of(),
                null);
    }

    /** Whom the plan asks on that day. */
    Set<String> find(StaffDirectory staff, Set<String> excluded, LocalDate day) {
        var found = new LinkedHashSet<String>();
        approvers.forEach(approver -> found.addAll(approver.find(staff, excluded, day)));
        return found;
    }

    boolean qualifies(Person person, StaffDirectory staff, LocalDate day) {
        return approvers.stream().anyMatch(approver -> approver.qualifies(person, staff, day));
    }

    /** Asks those the plan finds now: who was asked, decided, was named or added stays; who is found no more goes. */
    Step asking(Collection<String> found) {
        var kept = new ArrayList<>(seats.stream()
                .filter(seat -> !seat.undecided() || seat.origin() != Origin.PLANNED || found.contains(seat.owner()))
                .toList());
        found.stream()
                .filter(person -> kept.stream().noneMatch(seat -> seat.involves(person)))
                .forEach(person -> kept.add(Seat.of(person, Origin.PLANNED)));
        return with(kept);
    }

    /** What is still to be decided, without those who are gone: whoever was named or added is asked no more. */
    Step without(Collection<String> gone) {
        return with(seats.stream()
                .filter(seat -> !seat.undecided() || seat.origin() == Origin.PLANNED || !gone.contains(seat.owner()))
                .map(seat -> seat.undecided() ? seat.without(gone) : seat)
                .toList());
    }

    /** Those who are asked though the plan does not find them: named, added, or in somebody's place. */
    Set<String> appointed() {
        var people = new TreeSet<String>();
        for (Seat seat : open()) {
            if (seat.origin() != Origin.PLANNED) people.add(seat.owner());
            if (seat.delegate() != null) people.add(seat.delegate());
            if (seat.superior() != null) people.add(seat.superior());
        }
        return people;
    }

    Step plus(Seat seat) {
        var more = new ArrayList<>(seats);
        more.add(seat);
        return with(more);
    }

    Step dueAt(Instant due) {
        return new Step(code, part, approvers, quorum, limit, seats, due);
    }

    /** One person has one voice in a step: who has decided has no other seat in it. */
    Optional<Voice> voiceOf(String person, Set<String> represented) {
        if (hasDecided(person)) return Optional.empty();
        return open().stream()
                .sorted((a, b) ->
                        Boolean.compare(b.holder().equals(person), a.holder().equals(person)))
                .flatMap(seat -> seat.voiceOf(person, represented).stream())
                .findFirst();
    }

    Step replace(String owner, UnaryOperator<Seat> change) {
        return with(seats.stream()
                .map(seat -> seat.owner().equals(owner) ? change.apply(seat) : seat)
                .toList());
    }

    List<Seat> open() {
        return seats.stream().filter(Seat::undecided).toList();
    }

    boolean involves(String person) {
        return seats.stream().anyMatch(seat -> seat.involves(person));
    }

    /** Who may decide now, without their substitutes. */
    Set<String> waitsFor() {
        var people = new TreeSet<String>();
        for (Seat seat : open()) {
            people.add(seat.holder());
            if (seat.superior() != null) people.add(seat.superior());
        }
        people.removeIf(this::hasDecided);
        return people;
    }

    /** Everybody who decided, and everybody for whom somebody decided. */
    Set<String> voices() {
        var people = new TreeSet<String>();
        for (Seat seat : seats)
            if (!seat.undecided()) {
                people.add(seat.owner());
                people.add(seat.decision().by());
            }
        return people;
    }

    /** Whether those asked are enough, and one of them is still to speak: nothing passes because somebody has gone. */
    boolean attainable() {
        return quorum.isAttainable(counting().size()) && !passed();
    }

    boolean passed() {
        long agreed = counting().stream().filter(seat -> !seat.undecided()).count();
        return quorum.isReached((int) agreed, counting().size())
                && seats.stream().noneMatch(seat -> seat.origin() == Origin.ADDED && seat.undecided());
    }

    private boolean hasDecided(String person) {
        return seats.stream()
                .anyMatch(seat -> !seat.undecided() && seat.decision().by().equals(person));
    }

    private List<Seat> counting() {
        return seats.stream().filter(seat -> seat.origin() != Origin.ADDED).toList();
    }

    private Step with(List<Seat> seats) {
        return new Step(code, part, approvers, quorum, limit, seats, due);
    }
}
