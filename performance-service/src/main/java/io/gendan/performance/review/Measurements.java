package io.gendan.performance.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.gendan.performance.facts.Fact;
import io.gendan.performance.facts.FactKind;
import io.gendan.performance.facts.Facts;
import org.hibernate.Session;

/**
 * Counts the facts of a review, once, in the database, and keeps with each count the ids of the facts behind it. The
 * ids never leave the database but to be looked at, so that a million facts cost no memory here.
 */
@ApplicationScoped
class Measurements {
    private static final String KINDS = Stream.of(Measure.values())
            .filter(measure -> measure.kind() != null)
            .map(measure -> "('%s', '%s')".formatted(measure.kind(), measure))
            .collect(Collectors.joining(", "));

    private static final String COUNT_FACTS = """
            insert into measurement (review_id, username, measure, cases, in_order, total, facts)
            select :review, f.username, m.measure, count(*), count(*) filter (where f.in_order),
                   coalesce(sum(f.value), 0), array_agg(f.id order by f.id)
            from fact f join (values %s) as m (kind, measure) on m.kind = f.kind
            where f.username = any(:people) and f.occurred_at >= :begins and f.occurred_at < :until
            group by f.username, m.measure""".formatted(KINDS);

    private static final String COUNT_ORDERS_WITH_ERRORS = """
            insert into measurement (review_id, username, measure, cases, in_order, total, facts)
            select :review, o.username, :measure, count(distinct o.record_id), 0, 0, array_agg(distinct e.id order by e.id)
            from fact e join fact o on o.username = e.username and o.record_id = e.record_id and o.kind = :orders
            where e.kind = any(:errors) and e.username = any(:people) and e.occurred_at < :until
              and o.occurred_at >= :begins and o.occurred_at < :until
            group by o.username""";

    @Inject
    Session entities;

    @Inject
    Facts facts;

    /** Counts for these people what happened from the beginning until before the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID review, List<String> people, Instant begins, Instant until) {
        entities.flush(); // the review itself has to be there first
        entities.createNativeMutationQuery(COUNT_FACTS)
                .setParameter("review", review)
                .setParameter("people", people.toArray(String[]::new))
                .setParameter("begins", begins)
                .setParameter("until", until)
                .executeUpdate();
        countErrors(
                Measure.RELEASED_WITH_ERROR,
                FactKind.ORDER_RELEASED,
                List.of(FactKind.ORDER_TAKER_ERROR),
                review,
                people,
                begins,
                until);
        countErrors(
                Measure.FOLLOWED_WITH_ERROR,
                FactKind.ORDER_FOLLOWED,
                List.of(FactKind.ORDER_TAKER_ERROR, FactKind.OTHER_ERROR),
                review,
                people,
                begins,
                until);
    }

    Map<String, Figures> of(UUID review) {
        var counts = new HashMap<String, Map<Measure, Figures.Count>>();
        entities.createNativeQuery(
                        "select username, measure, cases, in_order, total from measurement where review_id = ?1",
                        Tuple.class)
                .setParameter(1, review)
                .getResultStream()
                .forEach(row -> counts.computeIfAbsent(row.get(0, String.class), _ -> new EnumMap<>(Measure.class))
                        .put(
                                Measure.valueOf(row.get(1, String.class)),
                                new Figures.Count(
                                        row.get(2, Long.class), row.get(3, Long.class), row.get(4, BigDecimal.class))));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Figures(entry.getValue())));
    }

    /** The facts behind these measures of a person, the last recorded first. */
    List<Fact> facts(UUID review, String username, List<Measure> measures, UUID after, int limit) {
        var ids = entities.createNativeQuery("""
                        select distinct unnest(facts) from measurement
                        where review_id = :review and username = :username and measure = any(:measures)""", UUID.class)
                .setParameter("review", review)
                .setParameter("username", username)
                .setParameter("measures", measures.stream().map(Enum::name).toArray(String[]::new))
                .getResultStream()
                .toList();
        return facts.read(ids, after, limit);
    }

    private void countErrors(
            Measure measure,
            FactKind orders,
            List<FactKind> errors,
            UUID review,
            List<String> people,
            Instant begins,
            Instant until) {
        entities.createNativeMutationQuery(COUNT_ORDERS_WITH_ERRORS)
                .setParameter("review", review)
                .setParameter("measure", measure.name())
                .setParameter("orders", orders.name())
                .setParameter("errors", errors.stream().map(Enum::name).toArray(String[]::new))
                .setParameter("people", people.toArray(String[]::new))
                .setParameter("begins", begins)
                .setParameter("until", until)
                .executeUpdate();
    }
}
