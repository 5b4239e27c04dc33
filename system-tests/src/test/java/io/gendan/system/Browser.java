package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A headless Chromium with one page, driven by its own protocol (CDP). */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile String session;

    Browser(Path work) {
        try {
            profile = Files.createTempDirectory(Files.createDirectories(work), "profile");
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("chromium.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(debuggingAddress(), new Listener())
                .join();
        String target = send("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) send(domain + ".enable", Map.of());
    }

    void size(int width, int height, boolean phone) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    void open(String address) {
        send("Page.navigate", Map.of("url", address));
    }

    /** The value of an expression in the page, or null while there is no page to ask. */
    String read(String expression) {
        JsonNode answer;
        try {
            answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        } catch (IllegalStateException pageIsChanging) {
            return null;
        }
        return answer.path("exceptionDetails").isMissingNode()
                ? answer.path("result").path("value").asText(null)
                : null;
    }

    void awaitTrue(String what, String expression) {
        await(what, Duration.ofMillis(150), () -> "true".equals(read("String(!!(" + expression + "))")));
    }

    void awaitText(String text) {
        awaitTrue("text " + text, "document.body && document.body.innerText.includes(" + quoted(text) + ")");
    }

    String text() {
        return read("document.body.innerText");
    }

    /** Types as a keyboard would, into the element of this selector. */
    void type(String selector, String text) {
        awaitStill(selector);
        String field = "document.querySelector(" + quoted(selector) + ")";
        await("focus on " + selector, Duration.ofMillis(100), () -> {
            read(field + ".focus()");
            return "true".equals(read("String(document.activeElement === " + field + ")"));
        });
        send("Input.insertText", Map.of("text", text));
        awaitTrue("typed into " + selector, field + ".value.endsWith(" + quoted(text) + ")");
    }

    /**
     * Clicks in the middle of the element, once nothing moves or covers it any more, and again as long as the page has not
     * noticed: what comes before the first picture of a page Chromium does not deliver.
     */
    void click(String selector) {
        await("click on " + selector, Duration.ofMillis(100), () -> {
            String[] place = awaitStill(selector).split(" ");
            read("window.noticed = false;"
                    + " addEventListener('click', () => { window.noticed = true; }, { capture: true, once: true })");
            press(Double.parseDouble(place[0]), Double.parseDouble(place[1]));
            return noticed();
        });
    }

    private void press(double x, double y) {
        for (String type : List.of("mousePressed", "mouseReleased"))
            send("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }

    /** Whether the page has seen the click or is gone already, within two seconds. */
    private boolean noticed() {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (System.nanoTime() < until) if (!"false".equals(read("String(window.noticed)"))) return true;
        return false;
    }

    /** Where the middle of the element is, on a page that has loaded and stands still: a late style sheet moves it. */
    private String awaitStill(String selector) {
        String middle = "(() => { const e = document.querySelector(" + quoted(selector) + ");"
                + " if (!e || document.readyState !== 'complete') return '';"
                + " if (!performance.getEntriesByName('first-contentful-paint').length) return '';"
                + " e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect();"
                + " const x = r.x + r.width / 2, y = r.y + r.height / 2;"
                + " return e.contains(document.elementFromPoint(x, y)) ? x + ' ' + y : ''; })()";
        var last = new AtomicReference<>("");
        await(selector, Duration.ofMillis(100), () -> {
            String now = read(middle);
            return now != null && !now.isEmpty() && now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    /** Waits for it, and says at the end of patience what the page showed instead. */
    private void await(String what, Duration interval, Callable<Boolean> condition) {
        try {
            Awaitility.await(what).atMost(PATIENCE).pollInterval(interval).until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "no %s within %s at %s, which shows:%n%s%n%s"
                            .formatted(what, PATIENCE, read("location.href"), text(), errors),
                    late);
        }
    }

    void screenshot(Path file) {
        String png = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .path("data")
                .asText();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page has complained of so far: on the console, uncaught, or of a resource that did not load. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Chromium.find().toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile,
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--lang=zh-CN",
                "--accept-lang=zh-CN"));
        if (System.getProperty("user.name").equals("root")) command.add("--no-sandbox");
        command.add("about:blank");
        return command;
    }

    private URI debuggingAddress() {
        Path file = profile.resolve("DevToolsActivePort");
        Awaitility.await("Chromium, see " + profile.resolve("chromium.log"))
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() > 1);
        try {
            List<String> lines = Files.readAllLines(file);
            return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        int id = next.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (session != null) command.put("sessionId", session);
        try {
            synchronized (socket()) {
                socket().sendText(command.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            JsonNode message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message.has("error")) throw new IllegalStateException(method + ": " + message.path("error"));
            return message.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method, e);
        }
    }

    private WebSocket socket() {
        return socket;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            answers.remove(message.path("id").asInt()).complete(message);
            return;
        }
        JsonNode event = message.path("params");
        switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                errors.add("uncaught: "
                        + event.path("exceptionDetails")
                                .path("exception")
                                .path("description")
                                .asText());
            case "Runtime.consoleAPICalled" -> {
                if (event.path("type").asText().equals("error")) errors.add("console: " + event.path("args"));
            }
            case "Log.entryAdded" -> {
                if (event.path("entry").path("level").asText().equals("error"))
                    errors.add("log: " + event.path("entry").path("text").asText() + " "
                            + event.path("entry").path("url").asText());
            }
            default -> {} // nothing to complain of
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                try {
                    take(JSON.readTree(whole.getBytes(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            webSocket.request(1);
            return null;
        }
    }
}
