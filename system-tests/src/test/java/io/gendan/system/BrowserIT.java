package io.gendan.system;

import java.nio.file.Path;
import java.util.List;

import io.gendan.system.OrderJourney.Item;
import io.gendan.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages as people see them: login by the real form, orders, the timeline of one. */
@ExtendWith(WholeSystem.class)
class BrowserIT {
    private static final Path TARGET = WholeSystem.PRODUCT.resolve("system-tests/target");

    @Test
    @Requirement({"INF-01", "FUL-59"})
    void aMerchandiserLogsInAndFollowsAnOrderAtHisDeskAndOnThePhone() {
        var system = WholeSystem.get();
        var walks = new Walks(system);
        var journey = walks.journey(
                walks.customer("customer05"),
                "customer05",
                List.of(new Item("木质相框 6 寸", "standard", "200", "个", "18.50")));
        Walks.whole(journey);
        Timelines.awaited(journey, "intake.order.completed.v1");
        String number = system.company()
                .as(Walks.MERCHANDISER)
                .get("/api/intake/v1/orders/" + journey.order())
                .path("number")
                .asText();

        try (var browser = new Browser(TARGET.resolve("browser"))) {
            browser.size(1280, 900, false);
            browser.open(system.stack().url("gateway") + "/");
            logIn(browser, system, Walks.MERCHANDISER);
            browser.awaitText(number);
            browser.screenshot(shot("orders-desktop"));

            browser.click("a[href*=\"" + journey.order() + "\"]");
            seeTimeline(browser, number);
            browser.screenshot(shot("timeline-desktop"));

            browser.size(390, 844, true);
            browser.open(system.stack().url("gateway") + "/orders/" + journey.order());
            seeTimeline(browser, number);
            assertThat(browser.read("String(document.documentElement.scrollWidth <= window.innerWidth)"))
                    .as("fits the phone")
                    .isEqualTo("true");
            browser.screenshot(shot("timeline-phone"));
            browser.open(system.stack().url("gateway") + "/");
            browser.awaitText(number);
            browser.screenshot(shot("orders-phone"));

            assertThat(browser.errors().stream().filter(error -> !isTheQuestionWhoIsThere(error)))
                    .isEmpty();
        }
    }

    private static void logIn(Browser browser, WholeSystem system, String username) {
        browser.click("a[href^=\"/auth/login\"]");
        browser.type("#username", username);
        browser.type("#password", system.stack().options().password());
        browser.click("#kc-login");
        browser.awaitTrue(
                "page after the login",
                "location.href.startsWith('" + system.stack().url("gateway") + "')");
    }

    private static void seeTimeline(Browser browser, String number) {
        browser.awaitText(number);
        browser.awaitTrue("entries", "document.querySelectorAll('section ol li time').length >= 10");
    }

    /** Before the login the page asks who is there, and nobody is: the browser logs that 401 by itself. */
    private static boolean isTheQuestionWhoIsThere(String error) {
        return error.startsWith("log: ") && error.contains("401") && error.endsWith("/auth/me");
    }

    private static Path shot(String name) {
        return TARGET.resolve("screenshots").resolve(name + ".png");
    }
}
