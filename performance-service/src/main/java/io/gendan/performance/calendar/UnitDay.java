package io.gendan.performance.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.performance.CalendarEvent.UnitDaySet;
import io.gendan.rulebook.TimeWindow;

/** A day on which a unit does not work as its week and the holidays say (ORG-05). */
@Entity
@Table(name = "unit_day")
class UnitDay extends Aggregate {
    enum Kind {
        CLOSED,
        WORKED,
        ORDINARY
    }

    @Column(updatable = false)
    private String unit;

    @Column(updatable = false)
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int revision;

    @Json
    private List<TimeWindow> spans;

    private String reason;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    protected UnitDay() {}

    UnitDay(String unit, LocalDate day) {
        super(Ids.next());
        this.unit = unit;
        this.day = day;
    }

    /** @param spans hours worked, in order; none unless it is worked */
    UnitDaySet set(Kind kind, List<TimeWindow> spans, String reason, Act act) {
        revision++;
        this.kind = kind;
        this.spans = List.copyOf(spans);
        this.reason = reason;
        setBy = act.by();
        setAt = act.at();
        var told = kind == Kind.ORDINARY
                ? null
                : this.spans.stream().map(TimeWindow::toString).toList();
        return new UnitDaySet(id(), revision, unit, day, told, reason, setBy, setAt);
    }

    UnitDayResource.UnitDayView view() {
        return new UnitDayResource.UnitDayView(id(), version(), unit, day, kind, spans, reason, setBy, setAt);
    }

    @Override
    public String recordType() {
        return "unit-day";
    }
}
