package io.gendan.system.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.local.People.Person;
import io.gendan.local.Stack;
import io.gendan.rulebook.Rulebook;
import io.gendan.system.Api;
import io.gendan.system.Company;
import io.gendan.system.OrderJourney;

/** One run of the demo against a running stack. */
final class DemoRun {
    private static final int AT_ONCE = 6;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> SERVICES =
            List.of("intake", "contract", "fulfillment", "aftersales", "performance");

    private final Company company;
    private final Path product;
    private final Path state;
    private final Map<String, String> customerIds = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> stages = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    DemoRun(Stack stack, Path product) {
        company = new Company(stack);
        this.product = product;
        state = stack.options().state();
    }

    boolean run() throws InterruptedException {
        DemoInput input = DemoInput.read(
                product.resolve("deploy/local/demo"),
                company.staff().stream().map(Person::username).collect(Collectors.toSet()),
                company.staff().stream()
                        .filter(p -> p.unit().equals("FTR") && p.roles().contains("SALES"))
                        .map(Person::username)
                        .toList(),
                company.holder("MERCH", "FTR").username());
        say(
                "读入 %d 行 / rows to walk; %d 行有误 / refused rows:",
                input.rows().size(), input.complaints().size());
        input.complaints().stream().limit(12).forEach(c -> say("  %s", c));
        if (input.complaints().size() > 12)
            say("  … %d more", input.complaints().size() - 12);

        LocalDate day = dayOf(input);
        JsonNode registered = company.register(product.resolve("deploy/identity"));
        if (!registered.path("errors").isEmpty()) failures.add("staff register: " + registered.path("errors"));
        walkAll(input, day);
        awaitEmptyOutboxes();
        checkDeadLetters();
        showStages(input);
        checkScores(input, day);
        failures.stream().limit(40).forEach(f -> say("✗ %s", f));
        return failures.isEmpty();
    }

    /** The day this demo was first run on this stack: a repeat sends the same dates, and so finds its acts done. */
    private LocalDate dayOf(DemoInput input) {
        Path marker = state.resolve("demo-" + input.fingerprint());
        try {
            if (Files.exists(marker))
                return LocalDate.parse(Files.readString(marker).strip());
            try (var others = Files.newDirectoryStream(state, "demo-*")) {
                for (Path other : others)
                    failures.add("this stack holds the demo of other input files (" + other.getFileName()
                            + "): its scores cannot agree; remove .gendan for a new start");
            }
            LocalDate today = LocalDate.now(CHINA);
            Files.writeString(marker, today + "\n");
            return today;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walkAll(DemoInput input, LocalDate day) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (DemoInput.Row row : input.rows()) {
                places.acquire();
                threads.submit(() -> {
                    try {
                        walk(row, input.customers().get(row.customer()), day, input.fingerprint());
                    } catch (Api.Refused | IllegalStateException | UncheckedIOException failure) {
                        failures.add(row.no() + ": " + failure.getMessage());
                    } finally {
                        places.release();
                        int walked = done.incrementAndGet();
                        if (walked % 25 == 0)
                            say("  %d / %d", walked, input.rows().size());
                    }
                });
            }
        }
    }

    private void walk(DemoInput.Row row, DemoInput.Customer customer, LocalDate day, String fingerprint) {
        var taker = company.person(row.orderTaker());
        var journey = new OrderJourney(
                company,
                new OrderJourney.Brief(
                        "demo-" + fingerprint + "-" + row.no(),
                        day,
                        customerId(customer, taker, fingerprint),
                        customer.portalAccount(),
                        row.channel(),
                        row.items(),
                        row.deliveryDays(),
                        taker,
                        row.merchandiser().isEmpty() ? taker : company.person(row.merchandiser())));
        journey.inquire();
        switch (row.outcome()) {
            case "answered" -> journey.answerInquiry();
            case "declined" -> journey.quote().decline();
            default -> walkOrder(journey.quote().accept().confirm(), row);
        }
        count(row.outcome());
    }

    private static void walkOrder(OrderJourney journey, DemoInput.Row row) {
        if (!row.isReleased()) return;
        journey.signContract().handOver().release();
        if (!row.correction().equals("none"))
            journey.correct(row.correction().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        if (!row.isCompleted()) return;
        journey.produce()
                .deliver()
                .passAcceptance(row.rounds())
                .settle()
                .awaitCompletion()
                .visit(row.rating());
        if (!row.complaint().equals("none")) journey.complain(row.atFault());
    }

    private String customerId(DemoInput.Customer customer, Person opener, String fingerprint) {
        return customerIds.computeIfAbsent(customer.code(), code -> company.as(company.holder("SALES", opener.unit()))
                .post(
                        "/api/intake/v1/customers",
                        "demo-" + fingerprint + "-customer-" + code,
                        Map.of(
                                "name", customer.name(),
                                "naturalPerson", false,
                                "contactPerson", customer.contactPerson(),
                                "contact", customer.contact(),
                                "address", customer.address(),
                                "portalAccounts",
                                        customer.portalAccount().isEmpty()
                                                ? Set.of()
                                                : Set.of(customer.portalAccount())))
                .path("id")
                .asText());
    }

    private void awaitEmptyOutboxes() throws InterruptedException {
        Api admin = company.as(company.holder("ADMIN", "ADM"));
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (String service : SERVICES) {
            JsonNode outbox = admin.get("/api/" + service + "/v1/operations/outbox");
            while (outbox.path("waiting").asLong() != 0 && System.nanoTime() < until) {
                Thread.sleep(Duration.ofMillis(200));
                outbox = admin.get("/api/" + service + "/v1/operations/outbox");
            }
            if (outbox.path("waiting").asLong() != 0 || outbox.path("setAside").asLong() != 0)
                failures.add("outbox of " + service + " is not empty: " + outbox);
        }
    }

    private void checkDeadLetters() {
        Api admin = company.as(company.holder("ADMIN", "ADM"));
        for (String service : SERVICES) {
            JsonNode letters = admin.get("/api/" + service + "/v1/operations/dead-letters");
            if (!letters.path("letters").isEmpty()) failures.add("dead letters of " + service + ": " + letters);
        }
    }

    private void showStages(DemoInput input) {
        say("%n%-12s %8s %8s", "阶段/stage", "计划/plan", "到达/got");
        var planned = input.rows().stream()
                .collect(Collectors.groupingBy(DemoInput.Row::outcome, TreeMap::new, Collectors.counting()));
        planned.forEach((outcome, expected) -> {
            int got = stages.getOrDefault(outcome, new AtomicInteger()).get();
            say("%-12s %8d %8d", outcome, expected, got);
            if (got != expected) failures.add(outcome + ": " + got + " of " + expected + " arrived");
        });
    }

    private void checkScores(DemoInput input, LocalDate day) throws InterruptedException {
        var expected = ExpectedScores.of(input.rows(), company.staff(), Rulebook.load());
        String period = day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3);
        say("%n%-14s %-12s %8s %6s %8s %6s", "员工/staff", "单位/unit", "得分", "等级", "应得", "等级");
        List<String> units = expected.keySet().stream()
                .map(username -> company.person(username).unit())
                .distinct()
                .toList();
        for (String unit : units) {
            if (company.staff().stream()
                    .noneMatch(p -> p.unit().equals(unit) && p.roles().contains("HEAD"))) continue;
            var people = expected.values().stream()
                    .filter(score -> company.person(score.username()).unit().equals(unit))
                    .toList();
            JsonNode review = awaitReview(unit, period, people);
            compare(unit, review, people);
            if (differences(review, people).isEmpty())
                publish(unit, review.path("id").asText());
        }
    }

    /** Performance hears of the last orders a moment later: the review is opened anew until it has seen them all. */
    private JsonNode awaitReview(String unit, String period, List<ExpectedScores.Score> people)
            throws InterruptedException {
        Api head = company.as(company.holder("HEAD", unit));
        JsonNode review = null;
        for (int attempt = 0; attempt < 10; attempt++) {
            review = head.post("/api/performance/v1/reviews", null, Map.of("period", period, "unit", unit));
            review = head.get("/api/performance/v1/reviews/" + review.path("id").asText());
            if (differences(review, people).isEmpty()) return review;
            Thread.sleep(Duration.ofSeconds(1));
        }
        return review;
    }

    private void publish(String unit, String review) {
        String path = "/api/performance/v1/reviews/" + review;
        company.as(company.holder("HEAD", unit))
                .post(path + "/head-review", null, Map.of("comments", "得分由事件计算，与业务情况相符。"));
        Api hr = company.as(company.holder("HR", "ADM"));
        hr.post(path + "/hr-check", null, null);
        hr.post(path + "/publish", null, null);
    }

    private void compare(String unit, JsonNode review, List<ExpectedScores.Score> people) {
        for (var score : people) {
            JsonNode got = result(review, score.username());
            say(
                    "%-14s %-12s %8s %6s %8s %6s",
                    score.username(),
                    unit,
                    got.path("score").asText("–"),
                    got.path("grade").asText("–"),
                    score.score(),
                    score.grade());
        }
        failures.addAll(differences(review, people));
    }

    private static List<String> differences(JsonNode review, List<ExpectedScores.Score> people) {
        var differences = new ArrayList<String>();
        for (var score : people) {
            JsonNode got = result(review, score.username());
            String found = got.path("score").asText("");
            boolean agrees = score.score() == null
                    ? found.isEmpty() || found.equals("null")
                    : !found.isEmpty()
                            && !found.equals("null")
                            && new BigDecimal(found).compareTo(score.score()) == 0
                            && got.path("grade").asText().equals(score.grade());
            if (!agrees) differences.add("score of " + score.username() + ": " + got + ", from the input " + score);
        }
        return differences;
    }

    private static JsonNode result(JsonNode review, String username) {
        for (JsonNode result : review.path("results"))
            if (result.path("username").asText().equals(username)) return result;
        return review.path("nobody");
    }

    private void count(String outcome) {
        synchronized (stages) {
            stages.computeIfAbsent(outcome, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static void say(String text, Object... arguments) {
        System.out.println(String.format(text, arguments));
    }
}
