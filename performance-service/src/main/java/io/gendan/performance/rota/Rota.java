package io.gendan.performance.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.PeopleRules.PersonMode;
import io.gendan.rulebook.RuleVersion;

/**
 * Who is on for a duty of a unit from a day on: one fixed person, or several in turn, day by day (ORG-08). It holds until
 * another one of the unit begins, and never changes, so that who was on stays what it was.
 */
@Entity
@Table(name = "rota")
class Rota extends Aggregate {
    private String unit;

    @Enumerated(EnumType.STRING)
    private Duty duty;

    @Json
    private List<String> people;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "working_days")
    private boolean workingDays;

    @Column(name = "set_up_by")
    private String setUpBy;

    @Column(name = "set_up_at")
    private Instant setUpAt;

    protected Rota() {}

    Rota(String unit, Duty duty, List<String> people, LocalDate firstDay, boolean workingDays, Act act) {
        super(Ids.next());
        this.unit = unit;
        this.duty = duty;
        this.people = List.copyOf(people);
        this.firstDay = firstDay;
        this.workingDays = workingDays;
        this.setUpBy = act.by();
        this.setUpAt = act.at();
    }

    void requireMode(RuleVersion<PersonMode> rule, Act act) {
        act.require(
                PeopleRules.MODE_OFFERED,
                rule,
                this,
                Map.of(
                        "unit",
                        unit,
                        "people",
                        people.size(),
                        "mode",
                        rule.parameters().mode()));
    }

    /**
     * Whose turn it is, swaps left aside. Who is not there is passed over for the next on the list.
     *
     * @param turn how many of the rota's days lie between its first day and the day asked for
     * @param isThere whether somebody is on duty that day
     */
    Optional<String> turn(IntSupplier turn, Predicate<String> isThere) {
        int first = people.size() == 1 ? 0 : turn.getAsInt();
        return IntStream.range(0, people.size())
                .mapToObj(next -> people.get((first + next) % people.size()))
                .filter(isThere)
                .findFirst();
    }

    boolean has(String username) {
        return people.contains(username);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    boolean onWorkingDaysOnly() {
        return workingDays;
    }

    String unit() {
        return unit;
    }

    Duty duty() {
        return duty;
    }

    RotaResource.RotaView view() {
        return new RotaResource.RotaView(id(), version(), unit, duty, people, firstDay, workingDays, setUpBy, setUpAt);
    }

    @Override
    public String recordType() {
        return "rota";
    }
}
