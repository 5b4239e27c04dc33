package io.gendan.performance.calendar;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.core.store.Json;
import io.gendan.events.performance.CalendarEvent.AnnouncedDay;
import io.gendan.events.performance.CalendarEvent.HolidaysAnnounced;

/** The holidays of a year as they were imported last (ORG-05). */
@Entity
@Table(name = "holiday_year")
class HolidayYear extends Aggregate {
    @Column(updatable = false)
    private int year;

    private int revision;

    @Json
    private List<String> papers;

    @Json
    private List<AnnouncedDay> days;

    private String reason;

    @Column(name = "announced_by")
    private String announcedBy;

    @Column(name = "announced_at")
    private Instant announcedAt;

    protected HolidayYear() {}

    HolidayYear(int year) {
        super(Ids.next());
        this.year = year;
    }

    /** @param reason why it replaces what was known of the year, null where nothing was */
    HolidaysAnnounced announce(HolidayNotice notice, String reason, Act act) {
        revision++;
        papers = notice.papers();
        days = notice.announcedDays();
        this.reason = reason;
        announcedBy = act.by();
        announcedAt = act.at();
        return event();
    }

    HolidayYearResource.HolidayYearView view() {
        return new HolidayYearResource.HolidayYearView(
                id(), version(), year, revision, papers, days, reason, announcedBy, announcedAt);
    }

    @Override
    public String recordType() {
        return "holiday-year";
    }

    private HolidaysAnnounced event() {
        return new HolidaysAnnounced(id(), revision, year, papers, days, reason, announcedBy, announcedAt);
    }
}
