package io.gendan.core.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gendan.core.inbox.Inbox;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.CalendarEvent;
import io.gendan.rulebook.TimeWindow;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * This service's copy of imported holidays and of units' own days (ORG-05). Rows are only ever added, numbered as they come,
 * so that what was known when a deadline was set can be known again.
 */
@ApplicationScoped
public class CalendarEntries {
    /**
     * What is known up to some entry.
     *
     * @param years days off (true) and days worked in exchange (false), by the year of their notice
     * @param unitDays spans by unit and day, none where it is closed
     */
    record Known(
            SortedMap<Integer, Map<LocalDate, Boolean>> years, Map<String, Map<LocalDate, List<TimeWindow>>> unitDays) {
        Known() {
            this(new TreeMap<>(), new HashMap<>());
        }
    }

    private static final TypeReference<Map<LocalDate, Boolean>> DAYS = new TypeReference<>() {};
    private static final TypeReference<List<TimeWindow>> SPANS = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    @Inject
    CalendarBooks books;

    @Inject
    ObjectMapper json;

    @Incoming("performance-calendars")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, CalendarEvent.class, this::keep);
        books.refresh();
    }

    /** Keeps what the event says in the caller's transaction; a revision that is known already stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(CalendarEvent event) {
        switch (event) {
            case CalendarEvent.HolidaysAnnounced announced -> {
                var days = new TreeMap<LocalDate, Boolean>();
                announced.days().forEach(day -> days.put(day.date(), day.off()));
                add(announced.noticeId(), announced.revision(), announced.year(), null, null, days);
            }
            case CalendarEvent.UnitDaySet set ->
                add(set.unitDayId(), set.revision(), null, set.unit(), set.day(), set.spans());
        }
    }

    /** One at a time, so that none comes to light behind a later one that a replica has read already. */
    private void add(UUID subject, int revision, Integer year, String unit, LocalDate day, Object says) {
        sql.column(
                Integer.class,
                "select 1 from (select pg_advisory_xact_lock(hashtextextended('calendar_entry', 0))) held");
        try {
            sql.run(
                    "insert into calendar_entry (subject, revision, year, unit, day, says) values (?, ?, ?, ?, ?,"
                            + " ?::jsonb) on conflict (subject, revision) do nothing",
                    subject,
                    revision,
                    year,
                    unit,
                    day,
                    json.writeValueAsString(says));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional
    long newest() {
        return sql.column(Long.class, "select coalesce(max(seq), 0) from calendar_entry")
                .getFirst();
    }

    /** The latest revision of everything among the entries up to this one. */
    @Transactional
    Known until(long seq) {
        var known = new Known();
        sql.rows(
                row -> add(row, known),
                "select distinct on (subject) year, unit, day, says from calendar_entry where seq <= ?"
                        + " order by subject, revision desc",
                seq);
        return known;
    }

    private Known add(ResultSet row, Known known) throws SQLException {
        Integer year = row.getObject(1, Integer.class);
        String says = row.getString(4);
        try {
            if (year != null) known.years().put(year, json.readValue(says, DAYS));
            else if (!says.equals("null"))
                known.unitDays()
                        .computeIfAbsent(row.getString(2), _ -> new HashMap<>())
                        .put(row.getObject(3, LocalDate.class), json.readValue(says, SPANS));
            return known;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database holds no calendar: " + says, impossible);
        }
    }
}
