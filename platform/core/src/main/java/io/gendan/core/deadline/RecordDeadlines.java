package io.gendan.core.deadline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The deadlines of some records, the newest of each code. */
public final class RecordDeadlines {
    public static final RecordDeadlines NONE = new RecordDeadlines(Map.of());

    private final Map<Key, DeadlineView> newest;

    private record Key(UUID record, String code) {}

    private RecordDeadlines(Map<Key, DeadlineView> newest) {
        this.newest = newest;
    }

    /** @param deadlines the oldest first */
    static RecordDeadlines of(List<DeadlineView> deadlines) {
        var newest = new HashMap<Key, DeadlineView>();
        deadlines.forEach(deadline -> newest.put(new Key(deadline.recordId(), deadline.code()), deadline));
        return new RecordDeadlines(newest);
    }

    public Optional<DeadlineView> find(UUID record, String code) {
        return Optional.ofNullable(newest.get(new Key(record, code)));
    }

    /** When it is or was due, null where there is none. */
    public Instant due(UUID record, String code) {
        return find(record, code).map(DeadlineView::due).orElse(null);
    }

    /** When it was found missed, null where it was not. */
    public Instant missedAt(UUID record, String code) {
        return find(record, code).map(DeadlineView::missedAt).orElse(null);
    }
}
