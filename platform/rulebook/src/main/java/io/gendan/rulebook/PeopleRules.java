package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.gendan.rulebook.IntakeRules.OrderAuthority;

/** Rules on who may hold which part, and from when until when. */
public final class PeopleRules {

    /** How long after the last day of duty somebody still has access. */
    public static final Rule<Limit> ACCESS_END = Rule.of("security.access-end", Limit.class);

    /** Roles that one person does not hold together. */
    public static final Rule<ExclusiveRoles> EXCLUSIVE_ROLES = Rule.of("staff.exclusive-roles", ExclusiveRoles.class);

    /** Nobody takes orders before his induction training is on record. */
    public static final Rule<Induction> INDUCTION = Rule.of("intake.induction", Induction.class);

    /** Whether a shop hands in to one fixed person, to those of a list in turn, or as it likes. */
    public static final Rule<PersonMode> HAND_IN_MODE = Rule.of("intake.handin.person-mode", PersonMode.class);

    /** Who gives the work of one person to another. */
    public static final Rule<Reassigning> REASSIGNMENT = Rule.of("work.reassignment", Reassigning.class);

    public static final Condition<PersonMode> MODE_OFFERED = Condition.of(
            "rota-mode-not-offered", PersonMode.class, (p, f) -> p.mode().offers(f.whole("people")));
    public static final Condition<ExclusiveRoles> ROLES_GO_TOGETHER =
            Condition.of("roles-exclude-each-other", ExclusiveRoles.class, (p, f) -> p.conflictsOf(f.texts("roles"))
                    .isEmpty());
    public static final Condition<Induction> INDUCTED =
            Condition.of("induction-not-recorded", Induction.class, (p, f) -> !p.required() || f.flag("inducted"));

    public static final Condition<PersonMode> SOMEBODY_ON = Condition.of(
            "nobody-on-to-hand-in", PersonMode.class, (_, f) -> !f.texts("turn").isEmpty());
    public static final Condition<PersonMode> TURN_TO_HAND_IN =
            Condition.of("not-ones-turn-to-hand-in", PersonMode.class, (_, f) -> f.texts("turn")
                    .contains(f.text("by")));

    /** A limit of one's own lowers what the level allows; it never raises it. */
    public static final Condition<OrderAuthority> WITHIN_PERSONAL_LIMIT = Condition.of(
            "order-beyond-personal-limit",
            OrderAuthority.class,
            (p, f) -> f.amount("amount").compareTo(f.amount("personalLimit").min(p.amount())) <= 0);

    public static final Condition<Reassigning> NOT_OWN_WORK =
            Condition.of("own-work-not-reassigned", Reassigning.class, (p, f) -> !p.ownerExcluded() || !f.flag("own"));
    public static final Condition<Reassigning> GIVEN_BY_SUPERIOR = Condition.of(
            "work-not-yours-to-reassign", Reassigning.class, (p, f) -> !p.bySuperior() || f.flag("superior"));

    private PeopleRules() {}

    /**
     * @param pairs which roles exclude which others
     * @param alone roles that go with no other at all
     */
    public record ExclusiveRoles(List<Exclusion> pairs, Set<String> alone) {

        /** Each conflict among these roles, such as {@code BIZ HEAD}; empty where they go together. */
        public List<String> conflictsOf(Collection<String> roles) {
            var conflicts = new ArrayList<String>();
            for (Exclusion exclusion : pairs)
                if (roles.contains(exclusion.role()))
                    exclusion.with().stream()
                            .filter(roles::contains)
                            .map(other -> exclusion.role() + " " + other)
                            .forEach(conflicts::add);
            if (roles.size() > 1)
                alone.stream().filter(roles::contains).sorted().forEach(conflicts::add);
            return conflicts;
        }
    }

    /** A role, and those it is not held with. */
    public record Exclusion(String role, Set<String> with) {}

    public record Induction(boolean required) {}

    /**
     * @param ownerExcluded whether nobody gives away what he is in charge of, himself or through a substitute
     * @param bySuperior whether it takes a superior of the person, however far above, or a leader
     */
    public record Reassigning(boolean ownerExcluded, boolean bySuperior) {}

    public record PersonMode(Mode mode) {}

    public enum Mode {
        FIXED,
        ROTA,
        FIXED_OR_ROTA;

        boolean offers(int people) {
            return switch (this) {
                case FIXED -> people == 1;
                case ROTA -> people > 1;
                case FIXED_OR_ROTA -> true;
            };
        }
    }
}
