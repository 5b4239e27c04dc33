package io.gendan.performance.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.people.Turns;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.performance.RotaEvent.RotaRegistered;
import io.gendan.events.performance.RotaEvent.SwappedDay;
import io.gendan.rulebook.PeopleRules;
import io.gendan.rulebook.PeopleRules.PersonMode;
import io.gendan.rulebook.RuleVersion;

/**
 * Who is on for a duty of a unit from a day on: one fixed person, or several in turn, day by day (ORG-08). It holds until
 * another one of the unit begins, and never changes, so that who was on stays what it was. Swaps are records of their own;
 * with each that comes into force it is told anew.
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

    private int revision;

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

    Turns turns(Map<LocalDate, String> swapped) {
        return new Turns(people, firstDay, workingDays, swapped);
    }

    /** @param swapped days from today on that were exchanged, and who is on then */
    RotaRegistered tell(SortedMap<LocalDate, String> swapped, Act act) {
        revision++;
        var days = swapped.entrySet().stream()
                .map(each -> new SwappedDay(each.getKey(), each.getValue()))
                .toList();
        return new RotaRegistered(id(), revision, unit, duty.name(), people, firstDay, workingDays, days, act.at());
    }

    boolean has(String username) {
        return people.contains(username);
    }

    LocalDate firstDay() {
        return firstDay;
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
