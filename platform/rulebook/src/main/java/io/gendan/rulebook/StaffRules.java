package io.gendan.rulebook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on working time. */
public final class StaffRules {

    /** For units that have no calendar of their own. */
    public static final Rule<WorkingWeek> CALENDAR_GENERAL = Rule.of("calendar.general", WorkingWeek.class);

    public static final Rule<OwnWeek> CALENDAR_AFTERSALES = Rule.of("calendar.aftersales", OwnWeek.class);
    public static final Rule<OwnWeek> CALENDAR_FACTORY_MERCH = Rule.of("calendar.factory-merch", OwnWeek.class);
    public static final Rule<OvertimeEnd> OVERTIME_LATEST = Rule.of("overtime.latest", OvertimeEnd.class);
    public static final Rule<Reachability> REACHABILITY = Rule.of("reachability", Reachability.class);

    /** More spans than a day can sensibly have are a mistake in writing. */
    public static final int MOST_SPANS = 12;

    /** How soon a question to a person or a department is answered. */
    public static final Rule<Limit> COMMENT_ANSWER = Rule.of("comment.answer", Limit.class);

    /** The last of those told did not acknowledge it in time, which is kept for the person responsible. */
    public static final Finding<Reachability> NOT_REACHED = Finding.markingMiss(
            "person-not-reached",
            Reachability.class,
            f -> Map.of(
                    "person",
                    f.texts("toldBefore").getLast(),
                    "level",
                    f.texts("toldBefore").size()));

    private StaffRules() {}

    /** When there is work in an ordinary week. */
    public sealed interface WorkingHours {
        Set<DayOfWeek> days();

        /** Of each of the days, in order. */
        List<TimeWindow> spans();
    }

    /** Working days of a week and the spans of each; the spans add up to the hours of a day. */
    public record WorkingWeek(Set<DayOfWeek> days, int hours, List<TimeWindow> spans) implements WorkingHours {
        public WorkingWeek {
            checkWeek(days, hours, spans);
        }
    }

    /**
     * The week of an office that a regulation of its own gives one (ORG-05).
     *
     * @param forProfiles business profiles whose units it is for
     * @param forUnits further units it is for, by code
     */
    public record OwnWeek(
            Set<DayOfWeek> days, int hours, List<TimeWindow> spans, Set<String> forProfiles, Set<String> forUnits)
            implements WorkingHours {
        public OwnWeek {
            checkWeek(days, hours, spans);
        }

        public boolean isFor(Scope scope) {
            return scope.profile() != null && forProfiles.contains(scope.profile())
                    || scope.unit() != null && forUnits.contains(scope.unit());
        }
    }

    /** After this time of day only what is urgent may be due or sent. */
    public record OvertimeEnd(LocalTime at) {}

    /**
     * How long a day somebody can be reached, and how soon an urgent notice is acknowledged before the next contact is told
     * (ORG-07).
     */
    public record Reachability(int hours, WorkingTime ack) implements Span {
        public Reachability {
            Check.positive("ack", ack.amount());
        }

        @Override
        public WorkingTime time() {
            return ack;
        }
    }

    private static void checkWeek(Set<DayOfWeek> days, int hours, List<TimeWindow> spans) {
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
