package io.gendan.rulebook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Rules on working time. */
public final class StaffRules {

    /** For units that have no calendar of their own. */
    public static final Rule<WorkingWeek> CALENDAR_GENERAL = Rule.of("calendar.general", WorkingWeek.class);

    public static final Rule<WorkingWeek> CALENDAR_AFTERSALES = Rule.of("calendar.aftersales", WorkingWeek.class);
    public static final Rule<WorkingWeek> CALENDAR_FACTORY_MERCH = Rule.of("calendar.factory-merch", WorkingWeek.class);
    public static final Rule<OvertimeEnd> OVERTIME_LATEST = Rule.of("overtime.latest", OvertimeEnd.class);

    /** A day in more pieces is a mistake. */
    private static final int MOST_SPANS = 30;

    private StaffRules() {}

    /** Working days of a week and the spans of each; the spans add up to the hours of a day. */
    public record WorkingWeek(Set<DayOfWeek> days, int hours, List<TimeWindow> spans) {
        public WorkingWeek {
            Check.notEmpty("days", days);
            Check.notEmpty("spans", spans);
            Check.require(spans.size() <= MOST_SPANS, "spans", "too-many", MOST_SPANS);
            for (int i = 1; i < spans.size(); i++) {
                Check.require(!spans.get(i).from().isBefore(spans.get(i - 1).to()), "spans", "spans-overlap");
            }
            Duration sum = spans.stream().map(TimeWindow::length).reduce(Duration.ZERO, Duration::plus);
            Check.require(sum.equals(Duration.ofHours(hours)), "spans", "spans-not-the-hours", sum, hours);
        }
    }

    /** After this time of day only what is urgent may be due or sent. */
    public record OvertimeEnd(LocalTime at) {}
}
