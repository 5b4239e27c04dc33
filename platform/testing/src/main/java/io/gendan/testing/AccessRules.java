package io.gendan.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.core.people.StaffDirectory;
import io.gendan.events.performance.StaffEvent.StaffRegistered;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/**
 * Whether somebody is let in is for the register to say, whatever his token says. The test of a service with a copy of the
 * register extends this, and names what is read and done there.
 */
public abstract class AccessRules {
    private static final LocalDate TODAY = LocalDate.now(WorkingCalendar.SHANGHAI);

    @Inject
    protected StaffDirectory directory;

    private final String person = "person." + UUID.randomUUID().toString().substring(0, 8);
    private final String api;
    private final String role;
    private final List<String> lists;

    /**
     * @param role that the person has in the register and that reads the first of the lists
     * @param lists paths below the service's API
     */
    protected AccessRules(String service, String role, List<String> lists) {
        this.api = "/api/" + service + "/v1/";
        this.role = role;
        this.lists = lists;
    }

    protected abstract void tell(StaffRegistered person);

    /** Something that the role may do. */
    protected abstract Response act(RequestSpecification caller, String api);

    @Test
    @Requirement("SEC-17")
    void fromTheEndOfHisLastDayOnNobodySeesOrDoesAnything() {
        register(LocalDate.of(2020, 1, 1), TODAY);
        as(role).get(api + lists.getFirst()).then().statusCode(200);

        register(LocalDate.of(2020, 1, 1), TODAY.minusDays(1));
        await().until(() -> !directory.find(person).orElseThrow().active());
        turnedAway();
    }

    @Test
    @Requirement("SEC-17")
    void beforeHisFirstDayNobodySeesOrDoesAnything() {
        register(TODAY.plusDays(1), null);
        turnedAway();
    }

    private void turnedAway() {
        for (String path : lists)
            as(role, "CADM", "AUDIT").get(api + path).then().statusCode(403).body("code", is("staff-not-on-duty"));
        act(as(role), api).then().statusCode(403).body("code", is("staff-not-on-duty"));
    }

    private RequestSpecification as(String... roles) {
        return Tokens.as(person, roles).contentType(ContentType.JSON);
    }

    private void register(LocalDate firstDay, LocalDate lastDay) {
        tell(new StaffRegistered(
                UUID.nameUUIDFromBytes(person.getBytes()),
                person,
                "unit",
                "general",
                null,
                null,
                Set.of(role),
                firstDay,
                lastDay,
                Instant.now()));
        await().until(() -> directory.find(person).isPresent());
    }
}
