package io.gendan.performance.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What is to be another about a person. What is null stays as it is.
 *
 * @param personalLimit amount in the company's currency above which he confirms no order
 * @param inductedOn day of the induction training (PER-55)
 * @param clear what is to be empty: of email, level, superior, post, activeUntil, inductedOn, personalLimit
 */
record PersonChange(
        @Size(min = 1, max = 100) String name,
        @Email @Size(max = 200) String email,
        @Size(max = 20) String unit,
        String level,
        @Size(max = 64) String superior,
        SortedSet<String> roles,
        @Size(max = 100) String post,
        LocalDate activeFrom,
        LocalDate activeUntil,
        LocalDate inductedOn,
        @Positive @Digits(integer = 13, fraction = 2) BigDecimal personalLimit,
        @Size(max = 50) SortedSet<@Size(min = 1, max = 100) @Pattern(regexp = "[^;；]*") String> skills,
        @Size(max = 50) List<@Valid Certificate> certificates,
        Set<@Pattern(regexp = "email|level|superior|post|activeUntil|inductedOn|personalLimit") String> clear) {
    private static final Set<String> RIGHTS = Set.of("email", "level", "activeUntil", "inductedOn");
    private static final PersonDetails NOBODY =
            new PersonDetails(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** A last day of duty and nothing else. */
    static PersonChange leaving(LocalDate on) {
        return new PersonChange(null, null, null, null, null, null, null, null, on, null, null, null, null, null);
    }

    static PersonChange under(String superior) {
        return new PersonChange(null, null, null, null, superior, null, null, null, null, null, null, null, null, null);
    }

    static PersonChange inducted(LocalDate on) {
        return new PersonChange(null, null, null, null, null, null, null, null, null, on, null, null, null, null);
    }

    /** The same with somebody else as superior. */
    PersonChange comingUnder(String other) {
        return new PersonChange(
                name,
                email,
                unit,
                level,
                other,
                roles,
                post,
                activeFrom,
                activeUntil,
                inductedOn,
                personalLimit,
                skills,
                certificates,
                clear);
    }

    /** @param first day of duty where the change does not name one */
    PersonDetails ofNew(LocalDate first) {
        var details = over(NOBODY);
        return details.activeFrom() == null ? startingOn(first).over(details) : details;
    }

    PersonDetails over(PersonDetails known) {
        return new PersonDetails(
                name == null ? known.name() : name,
                of("email", email, known.email()),
                unit == null ? known.unit() : unit,
                of("level", level, known.level()),
                of("superior", superior, known.superior()),
                roles == null ? known.roles() : new TreeSet<>(roles),
                of("post", post, known.post()),
                activeFrom == null ? known.activeFrom() : activeFrom,
                of("activeUntil", activeUntil, known.activeUntil()),
                of("inductedOn", inductedOn, known.inductedOn()),
                of("personalLimit", personalLimit, known.personalLimit()),
                skills == null ? known.skills() : skills,
                certificates == null ? known.certificates() : certificates);
    }

    /**
     * Whether it touches what only HR and the leader in charge decide: what a person may do at all, and the address to which
     * the first password goes.
     */
    boolean changesRights(PersonDetails known) {
        var after = over(known);
        return !after.roles().equals(known.roles())
                || !Objects.equals(after.email(), known.email())
                || !Objects.equals(after.level(), known.level())
                || !Objects.equals(after.inductedOn(), known.inductedOn())
                || !after.activeFrom().equals(known.activeFrom())
                || !Objects.equals(after.activeUntil(), known.activeUntil());
    }

    /** The same of a change for a later day: what it changes then, nobody knows today. */
    boolean namesRights() {
        boolean named = Stream.of(email, level, roles, activeFrom, activeUntil, inductedOn)
                .anyMatch(Objects::nonNull);
        return named || clear != null && clear.stream().anyMatch(RIGHTS::contains);
    }

    boolean setsLastDay() {
        return activeUntil != null || clear != null && clear.contains("activeUntil");
    }

    private static PersonChange startingOn(LocalDate day) {
        return new PersonChange(null, null, null, null, null, null, null, day, null, null, null, null, null, null);
    }

    private <T> T of(String field, T changed, T known) {
        if (clear != null && clear.contains(field)) return null;
        return changed == null ? known : changed;
    }
}
