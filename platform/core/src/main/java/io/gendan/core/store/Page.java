package io.gendan.core.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * One page of a list, newest first.
 *
 * @param next cursor for {@code after}, null on the last page
 */
public record Page<T>(List<T> items, UUID next) {
    /** How a list is asked for: {@code limit} from 1 to 200, {@code after} the cursor of the page before. */
    public static class Request {
        @QueryParam("limit")
        @DefaultValue("50")
        @Min(1)
        @Max(200)
        public int limit = 50;

        @QueryParam("after")
        public UUID after;
    }

    /** The same page of what is made of its items. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** @param found up to {@code limit + 1} rows: the extra one only tells that there is a next page */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, UUID> id) {
        boolean more = found.size() > limit;
        List<T> items = more ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
        return new Page<>(items, more ? id.apply(items.getLast()) : null);
    }
}
