package io.gendan.testing;

import java.util.List;
import java.util.UUID;

import static org.hamcrest.Matchers.is;

/** Decisions taken again over HTTP, as somebody in a dispute does (SUP-18). */
public final class Replay {
    private Replay() {}

    /**
     * Demands that every decision on a record comes to the same under the version that decided.
     *
     * @param api {@code /api/contract/v1/}
     */
    public static void comesToTheSame(String api, UUID record) {
        List<String> ids = Tokens.as("auditor", "AUDIT")
                .get(api + "rulings?limit=200&recordId=" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        if (ids.isEmpty()) throw new AssertionError("no ruling on " + record);
        for (String id : ids)
            Tokens.as("auditor", "AUDIT")
                    .get(api + "rulings/" + id + "/replay")
                    .then()
                    .statusCode(200)
                    .body("same", is(true));
    }
}
