package io.gendan.system.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToLongFunction;

import io.gendan.core.calendar.Calendars;
import io.gendan.rulebook.Rulebook;
import io.gendan.rulebook.Scope;
import io.gendan.rulebook.WorkingTime;

/** How many questions about working time one core answers, the week of the unit looked up in the rules each time. */
final class CalendarRate {
    private static final int BUDGET = 1_000_000;
    private static final int QUESTIONS = 4096;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Instant FIRST = Instant.parse("2026-01-02T00:00:00Z");
    private static final long SPREAD = Duration.ofDays(300).toMinutes();
    private static final Scope[] UNITS = {
        Scope.of("service-project", "SVC"),
        Scope.of("trade", "FTR"),
        Scope.of("factory", "FAC"),
        Scope.of("general", "AFS")
    };

    private final Calendars calendars = Calendars.onFile(Clock.system(ZoneId.of("Asia/Shanghai")), Rulebook.load());
    private final Question[] questions =
            new Random(1).longs(QUESTIONS, 0, SPREAD).mapToObj(Question::at).toArray(Question[]::new);
    private long seen;

    private record Question(Instant start, Instant later, Scope unit) {
        static Question at(long minute) {
            Instant start = FIRST.plus(Duration.ofMinutes(minute));
            Instant later = start.plus(Duration.ofMinutes(minute % 20_000));
            return new Question(start, later, UNITS[(int) (minute % UNITS.length)]);
        }
    }

    private CalendarRate() {}

    static void measure(Report report) {
        report.begin("Working calendar", """
                One thread asks about units with three different weeks, from %,d moments of 2026 in turn, with every holiday and exchanged day; the week in
                force is looked up in the rulebook for each question. The median of %d rounds of %d s after one of warm-up.""".formatted(QUESTIONS, ROUNDS, ROUND.toSeconds()));
        report.table("question", "answers/s", "ns each");
        double least = new CalendarRate().rows(report);
        report.verdict(
                "at least %,d/s on one core, here %,.0f of the slowest kind".formatted(BUDGET, least), least >= BUDGET);
    }

    private double rows(Report report) {
        WorkingTime hours = WorkingTime.parse("2.5 wh");
        WorkingTime days = WorkingTime.parse("3 wd");
        double[] rates = {
            row(report, "when 2.5 working hours have passed", q -> calendars
                    .after(q.start(), hours, q.unit())
                    .getEpochSecond()),
            row(report, "when 3 working days have passed", q -> calendars
                    .after(q.start(), days, q.unit())
                    .getEpochSecond()),
            row(report, "working time between two moments", q -> calendars
                    .workingTimeBetween(q.start(), q.later(), q.unit())
                    .getSeconds()),
            row(report, "next opening", q -> calendars
                    .nextOpen(q.start(), q.unit())
                    .getEpochSecond())
        };
        return Arrays.stream(rates).min().orElseThrow();
    }

    private double row(Report report, String what, ToLongFunction<Question> answer) {
        round(answer);
        double[] rates = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) rates[i] = round(answer);
        Arrays.sort(rates);
        double median = rates[ROUNDS / 2];
        report.row(what, "%,.0f".formatted(median), "%.0f".formatted(1e9 / median));
        return median;
    }

    private double round(ToLongFunction<Question> answer) {
        long begin = System.nanoTime();
        long asked = 0;
        while (System.nanoTime() - begin < ROUND.toNanos()) {
            for (Question question : questions)
                seen += answer.applyAsLong(question); // a sum, so that nothing is left out
            asked += questions.length;
        }
        if (seen == 1) Report.say("as good as impossible");
        return asked * 1e9 / (System.nanoTime() - begin);
    }
}
