package io.gendan.core.reassignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.RecordRef;

/** What is open in the charge of a person, part by part and oldest first. */
@ApplicationScoped
class OpenWork {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** One record, and the part in it. */
    record Piece(Responsibility<?> responsibility, String part, RecordRef about) {
        Cursor cursor() {
            return new Cursor(part, about.id());
        }
    }

    /** The last piece of a page. */
    record Cursor(String part, UUID id) {
        /** @return null for the beginning */
        static Cursor parse(String text) {
            if (text == null) return null;
            int slash = text.indexOf('/');
            try {
                return new Cursor(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                throw Problem.Invalid.field("after", "malformed");
            }
        }

        @Override
        public String toString() {
            return part + "/" + id;
        }
    }

    @Inject
    @Any
    Instance<Responsibility<?>> responsibilities;

    /** Up to so many that come after the cursor. */
    List<Piece> of(String person, Cursor after, int limit) {
        var found = new ArrayList<Piece>();
        for (Responsibility<?> each : inOrder()) {
            int order = after == null ? 1 : each.part().compareTo(after.part());
            if (order >= 0 && found.size() < limit)
                found.addAll(pieces(each, person, order == 0 ? after.id() : BEFORE_ALL, limit - found.size()));
        }
        return found;
    }

    private List<Responsibility<?>> inOrder() {
        var all = new ArrayList<Responsibility<?>>();
        responsibilities.forEach(all::add);
        all.sort(Comparator.comparing(Responsibility::part));
        return all;
    }

    private static <A extends Aggregate> List<Piece> pieces(
            Responsibility<A> responsibility, String person, UUID after, int limit) {
        return responsibility
                .records()
                .find(
                        "(" + responsibility.open() + ") and id > :after order by id",
                        Map.of("person", person, "after", after))
                .page(0, limit)
                .stream()
                .map(record -> new Piece(responsibility, responsibility.part(), responsibility.ref(record)))
                .toList();
    }
}
