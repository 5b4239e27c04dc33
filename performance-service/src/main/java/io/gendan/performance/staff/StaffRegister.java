package io.gendan.performance.staff;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.calendar.Calendars;
import io.gendan.core.problem.Problem;
import io.gendan.core.store.Aggregates;
import io.gendan.core.store.Sql;
import io.gendan.events.performance.StaffEvent;

/** The people of the company, and who is whose superior. */
@ApplicationScoped
public class StaffRegister extends Aggregates<StaffMember, StaffEvent> {
    public record Person(
            String username, String name, String unit, Set<String> roles, LocalDate activeFrom, LocalDate activeUntil) {
        boolean isOnDuty(LocalDate day) {
            return !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
        }
    }

    @Inject
    Calendars calendars;

    @Inject
    Sql sql;

    @Inject
    Event<PersonChanged> changes;

    StaffRegister() {
        super("staff-member");
    }

    @Override
    public StaffMember add(StaffMember member, Act act, StaffEvent event) {
        return told(super.add(member, act, event), true, act);
    }

    @Override
    public StaffMember change(UUID id, Act act, Function<StaffMember, ? extends StaffEvent> change) {
        return told(super.change(id, act, change), false, act);
    }

    /** The person, who has to be in the register and on duty today. */
    public Person onDuty(String username) {
        return member(username)
                .map(StaffMember::person)
                .filter(person -> person.isOnDuty(calendars.today()))
                .orElseThrow(() -> new Problem.NotAllowed("staff-not-on-duty", Map.of("username", username)));
    }

    public boolean isOnDuty(String username, LocalDate day) {
        return member(username)
                .map(StaffMember::person)
                .filter(person -> person.isOnDuty(day))
                .isPresent();
    }

    /** Turns away who is in the register and not on duty: a token may outlive the duty (SEC-17). */
    public void refuseOffDuty(String username) {
        if (member(username).isPresent()) onDuty(username);
    }

    /** Those of the unit who were on duty on at least one of these days, by user name. */
    public List<Person> onDutyIn(String unit, LocalDate first, LocalDate last) {
        return list(
                        "unit = ?1 and activeFrom <= ?2 and (activeUntil is null or activeUntil >= ?3) order by username",
                        unit,
                        last,
                        first)
                .stream()
                .map(StaffMember::person)
                .toList();
    }

    /** User names of all who are below this person in the chain of superiors. */
    public Set<String> below(String username) {
        return Set.copyOf(sql.column(String.class, """
                with recursive report (username) as (
                    select username from staff_member where superior = ?
                    union
                    select s.username from staff_member s join report r on s.superior = r.username)
                select username from report""", username));
    }

    public Set<String> membersOf(Set<String> units) {
        return new HashSet<>(getEntityManager()
                .createQuery("select username from StaffMember where unit in :units", String.class)
                .setParameter("units", units)
                .getResultList());
    }

    Set<UUID> withRole(String role) {
        return Set.copyOf(sql.column(UUID.class, "select id from staff_member where roles ?? ?", role));
    }

    /** User names of those for whom this person stands in on a later day. */
    List<String> representedAfter(String substitute, LocalDate day) {
        return sql.column(
                String.class,
                "select distinct username from substitution where substitute = ? and last_day > ? and last_day >= first_day"
                        + " order by username",
                substitute,
                day);
    }

    List<UUID> ids() {
        return sql.column(UUID.class, "select id from staff_member order by username");
    }

    Optional<StaffMember> member(String username) {
        return find("username", username).singleResultOptional();
    }

    private StaffMember told(StaffMember member, boolean added, Act act) {
        changes.fire(member.changed(added, act));
        return member;
    }

    /** One change of the register at a time: each is judged by what the one before has left. */
    public void lock() {
        sql.column(Integer.class, "select 1 from (select pg_advisory_xact_lock(20261121)) held");
    }
}
