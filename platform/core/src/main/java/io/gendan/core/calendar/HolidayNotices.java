package io.gendan.core.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What the State Council has announced, year by year and without a gap: days off, and days worked in exchange. */
public final class HolidayNotices {
    private static final int FIRST_YEAR_ON_FILE = 2018;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** What a notice says of a day that would otherwise be as its weekday is. */
    enum Announced {
        OFF,
        WORKED
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Notice(
            @JsonProperty(required = true) Integer year,
            @JsonProperty(required = true) List<Day> days) {
        Notice {
            days = List.copyOf(days);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Day(
            @JsonProperty(required = true) String date,
            @JsonProperty(required = true) Boolean isOffDay) {}

    private final SortedMap<Integer, Map<LocalDate, Announced>> byYear;
    private final Map<LocalDate, Announced> days = new HashMap<>();

    private HolidayNotices(SortedMap<Integer, Map<LocalDate, Announced>> byYear) {
        if (byYear.lastKey() - byYear.firstKey() != byYear.size() - 1) {
            throw new IllegalArgumentException("there is a gap between the years " + byYear.keySet());
        }
        this.byYear = byYear;
        byYear.values().forEach(days::putAll); // ascending: where two notices name a day, the later one wins
    }

    /** The years that come with the product. */
    public static HolidayNotices onFile() {
        SortedMap<Integer, Map<LocalDate, Announced>> years = new TreeMap<>();
        for (int year = FIRST_YEAR_ON_FILE; readOnFile(year, years); year++) {}
        return new HolidayNotices(years);
    }

    /** One year alone, in the format of the files on file. */
    public static HolidayNotices of(InputStream json) {
        SortedMap<Integer, Map<LocalDate, Announced>> years = new TreeMap<>();
        read(json, years);
        return new HolidayNotices(years);
    }

    /** These and one more year, or another version of one of these. */
    public HolidayNotices and(InputStream json) {
        SortedMap<Integer, Map<LocalDate, Announced>> years = new TreeMap<>(byYear);
        read(json, years);
        return new HolidayNotices(years);
    }

    /**
     * These and those of other years which join them without a gap; what comes after a gap waits for the year that is missing.
     *
     * @param later days off (true) and days worked in exchange (false), by the year of their notice
     */
    HolidayNotices and(SortedMap<Integer, Map<LocalDate, Boolean>> later) {
        SortedMap<Integer, Map<LocalDate, Announced>> years = new TreeMap<>(byYear);
        later.forEach((year, days) -> {
            if (year >= firstYear() && year <= years.lastKey() + 1) years.put(year, announced(days));
        });
        return new HolidayNotices(years);
    }

    public int firstYear() {
        return byYear.firstKey();
    }

    public int lastYear() {
        return byYear.lastKey();
    }

    /** What the notice of this year says, days off (true) and days worked in exchange (false); empty where there is none. */
    public Map<LocalDate, Boolean> ofYear(int year) {
        return byYear.getOrDefault(year, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, day -> day.getValue() == Announced.OFF));
    }

    Optional<Announced> of(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    private static Map<LocalDate, Announced> announced(Map<LocalDate, Boolean> days) {
        return days.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, day -> day.getValue() ? Announced.OFF : Announced.WORKED));
    }

    private static boolean readOnFile(int year, SortedMap<Integer, Map<LocalDate, Announced>> years) {
        try (InputStream file = HolidayNotices.class.getResourceAsStream("/calendar/" + year + ".json")) {
            if (file == null) return false;
            read(file, years);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream json, SortedMap<Integer, Map<LocalDate, Announced>> years) {
        try {
            Notice notice = JSON.readValue(json, Notice.class);
            if (notice == null) throw new IllegalArgumentException("this is no notice of holidays: null");
            Map<LocalDate, Announced> announced = new HashMap<>();
            for (Day day : notice.days()) {
                announced.put(LocalDate.parse(day.date()), day.isOffDay() ? Announced.OFF : Announced.WORKED);
            }
            years.put(notice.year(), announced);
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException("this is no notice of holidays: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
