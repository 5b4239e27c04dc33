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

    /** How soon a question to a person or a department is answered. */
    public static final Rule<Limit> COMMENT_ANSWER = Rule.of("comment.answer", Limit.class);

    private StaffRules() {}

    /** Working days of a week and the spans of each; the spans add up to the hours of a day. */
    public record WorkingWeek(Set<DayOfWeek> days, int hours, List<TimeWindow> spans) {
        public WorkingWeek {
            Check.notEmpty("days", days);
            for (int i = 1; i < spans.size(); i++) {
                Check.require(
                        !spans.get(i).from().isBefore(spans.get(i - 1).to()), "\"spans\" overlap or are not in order");
            }
            Duration sum = spans.stream().map(TimeWindow::length).reduce(Duration.ZERO, Duration::plus);
            Check.require(
                    sum.equals(Duration.ofHours(hours)), "\"spans\" add up to %s, not %d hours".formatted(sum, hours));
        }
    }

    /** After this time of day only what is urgent may be due or sent. */
    public record OvertimeEnd(LocalTime at) {}
}
