package io.gendan.core.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** A page of entities by keyset: newest first, the conditions that were given and no others. */
public final class Listing<T> {
    private final EntityManager entities;
    private final Class<T> type;
    private final StringBuilder conditions = new StringBuilder("where true = true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Listing(EntityManager entities, Class<T> type) {
        this.entities = entities;
        this.type = type;
    }

    /** Adds {@code attribute = value}; a null value sets no condition. */
    public Listing<T> with(String attribute, Object value) {
        return value == null ? this : when(attribute + " = :" + name(attribute), name(attribute), value);
    }

    /** Adds a condition in terms of the entity, with one named parameter; a null value sets no condition. */
    public Listing<T> when(String condition, String parameter, Object value) {
        if (value == null) return this;
        conditions.append(" and (").append(condition).append(')');
        parameters.put(parameter, value);
        return this;
    }

    /** Adds a condition with several parameters, none of them null. */
    public Listing<T> when(String condition, Map<String, ?> values) {
        conditions.append(" and (").append(condition).append(')');
        parameters.putAll(values);
        return this;
    }

    public <V> Page<V> page(Page.Request page, Function<T, V> view, Function<V, UUID> id) {
        when("id < :pageAfter", "pageAfter", page.after);
        List<V> found = first(page.limit + 1, "id desc").stream().map(view).toList();
        return Page.of(found, page.limit, id);
    }

    /** As many as asked for, in an order of attributes that no two have in common. */
    public List<T> first(int limit, String order) {
        TypedQuery<T> query =
                entities.createQuery("from " + type.getSimpleName() + " " + conditions + " order by " + order, type);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** A pattern for {@code lower(attribute) like}, matching what begins with this text; null for no text. */
    public static String beginning(String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static String name(String attribute) {
        return attribute.replace('.', '_');
    }
}
