package io.gendan.intake.rota;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.gendan.core.people.Turns;
import io.gendan.core.store.Json;
import io.gendan.events.performance.RotaEvent.RotaRegistered;

/** What intake remembers of a rota. */
@Entity
@Table(name = "known_rota")
class KnownRota {
    @Id
    @Column(name = "rota_id")
    private UUID rotaId;

    private int revision;
    private String unit;
    private String duty;

    @Json
    private List<String> people;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "working_days")
    private boolean workingDays;

    @Json
    private SortedMap<LocalDate, String> swapped;

    protected KnownRota() {}

    KnownRota(RotaRegistered registered) {
        rotaId = registered.rotaId();
        take(registered);
    }

    /** What is late, or comes again, says nothing new. */
    void become(RotaRegistered registered) {
        if (registered.revision() > revision) take(registered);
    }

    Turns turns() {
        return new Turns(people, firstDay, workingDays, swapped);
    }

    private void take(RotaRegistered registered) {
        revision = registered.revision();
        unit = registered.unit();
        duty = registered.duty();
        people = List.copyOf(registered.people());
        firstDay = registered.firstDay();
        workingDays = registered.workingDays();
        swapped = new TreeMap<>();
        registered.swapped().forEach(each -> swapped.put(each.day(), each.username()));
    }
}
