package io.gendan.performance.review;

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
import jakarta.transaction.Transactional;

import io.gendan.core.store.Sql;
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
    private static final Map<String, String> BY_KIND = Stream.of(Measure.values())
            .filter(measure -> measure.kind() != null)
            .collect(Collectors.toMap(measure -> measure.kind().name(), Measure::name));

    private static final String COUNT_FACTS = """
            insert into measurement (review_id, username, measure, cases, in_order, total, facts)
            select :review, f.username, case f.kind %s end, count(*), count(*) filter (where f.in_order),
                   coalesce(sum(f.value), 0), array_agg(f.id order by f.id)
            from fact f
            where f.kind = any(:kinds) and f.username = any(:people)
              and f.occurred_at >= :begins and f.occurred_at < :until
            group by f.username, f.kind""".formatted(BY_KIND.entrySet().stream()
            .map(entry -> "when '%s' then '%s'".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(" ")));

    /** Without a join: before the table was ever analyzed, the planner's guess at one costs minutes. */
    private static final String COUNT_ORDERS_WITH_ERRORS = """
            insert into measurement (review_id, username, measure, cases, in_order, total, facts)
            select :review, f.username, :measure, count(distinct f.record_id), 0, 0, array_agg(f.id order by f.id)
            from (select id, username, record_id, kind,
                         bool_or(kind = :orders) over (partition by username, record_id) as released
                  from fact
                  where kind = any(:kinds) and username = any(:people) and occurred_at < :until
                    and (kind <> :orders or occurred_at >= :begins)) f
            where f.released and f.kind <> :orders
            group by f.username""";

    @Inject
    Session entities;

    @Inject
    Sql sql;

    @Inject
    Facts facts;

    /** Counts for these people what happened from the beginning until before the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID review, List<String> people, Instant begins, Instant until) {
        entities.flush(); // the review itself has to be there first
        entities.createNativeMutationQuery(COUNT_FACTS)
                .setParameter("kinds", BY_KIND.keySet().toArray(String[]::new))
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
        sql.rows(
                row -> counts.computeIfAbsent(row.getString(1), _ -> new EnumMap<>(Measure.class))
                        .put(
                                Measure.valueOf(row.getString(2)),
                                new Figures.Count(row.getLong(3), row.getLong(4), row.getBigDecimal(5))),
                "select username, measure, cases, in_order, total from measurement where review_id = ?",
                review);
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Figures(entry.getValue())));
    }

    /** The facts behind these measures of a person, the last recorded first. */
    List<Fact> facts(UUID review, String username, List<Measure> measures, UUID after, int limit) {
        var ids = sql.column(
                UUID.class,
                """
                select distinct unnest(facts) from measurement
                 where review_id = ? and username = ? and measure = any (?)""",
                review,
                username,
                measures.stream().map(Enum::name).toArray(String[]::new));
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
                .setParameter(
                        "kinds",
                        Stream.concat(Stream.of(orders), errors.stream())
                                .map(Enum::name)
                                .toArray(String[]::new))
                .setParameter("people", people.toArray(String[]::new))
                .setParameter("begins", begins)
                .setParameter("until", until)
                .executeUpdate();
    }
}
