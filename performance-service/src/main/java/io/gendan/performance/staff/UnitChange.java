package io.gendan.performance.staff;

import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is to be another about a unit. What is null stays as it is; of a new unit that is the kind {@code COMPANY} at the
 * top, else {@code DEPARTMENT}.
 *
 * @param parent code of the unit above
 * @param head user name of who heads the unit although his role or unit does not say so
 * @param merchandising whether it is a merchandising group (ORG-02)
 * @param controlling whether it is the controlling unit of merchandising (ORG-03)
 * @param merchandiser the merchandiser assigned to a shop (ORG-16)
 * @param clear what is to be empty: of parent, head, merchandiser
 */
record UnitChange(
        @Size(min = 1, max = 200) String name,
        @Size(min = 1, max = 200) String nameEn,
        @Size(max = 20) String parent,
        UnitKind kind,
        String profile,
        @Size(max = 64) String head,
        Boolean merchandising,
        Boolean controlling,
        @Size(max = 64) String merchandiser,
        Set<@Pattern(regexp = "parent|head|merchandiser") String> clear) {

    static UnitChange headedBy(String head) {
        return new UnitChange(null, null, null, null, null, head, null, null, null, null);
    }

    boolean names(String username) {
        return username.equals(head) || username.equals(merchandiser);
    }

    /**
     * The place in the unit that this person is given and does not have yet: {@code head} or {@code merchandiser}.
     *
     * @param known null where the unit is new
     */
    Optional<String> newPlaceOf(String username, UnitDetails known) {
        if (username.equals(head) && (known == null || !username.equals(known.namedHead()))) return Optional.of("head");
        return username.equals(merchandiser) && (known == null || !username.equals(known.merchandiser()))
                ? Optional.of("merchandiser")
                : Optional.empty();
    }

    /** The same with another wherever it names this person. */
    UnitChange naming(String other, String insteadOf) {
        return new UnitChange(
                name,
                nameEn,
                parent,
                kind,
                profile,
                insteadOf.equals(head) ? other : head,
                merchandising,
                controlling,
                insteadOf.equals(merchandiser) ? other : merchandiser,
                clear);
    }

    UnitDetails ofNew() {
        return new UnitDetails(
                name,
                nameEn,
                parent,
                kind,
                profile,
                head,
                Boolean.TRUE.equals(merchandising),
                Boolean.TRUE.equals(controlling),
                merchandiser);
    }

    UnitDetails over(UnitDetails known) {
        return new UnitDetails(
                name == null ? known.name() : name,
                nameEn == null ? known.nameEn() : nameEn,
                of("parent", parent, known.parent()),
                kind == null ? known.kind() : kind,
                profile == null ? known.profile() : profile,
                of("head", head, known.namedHead()),
                merchandising == null ? known.merchandising() : merchandising,
                controlling == null ? known.controlling() : controlling,
                of("merchandiser", merchandiser, known.merchandiser()));
    }

    /** Whether it names what only HR and the leader in charge decide: the unit's place, its rules, its sight of all orders. */
    boolean placesInCompany() {
        return kind != null || profile != null || controlling != null || clear != null && clear.contains("parent");
    }

    private String of(String field, String changed, String known) {
        if (clear != null && clear.contains(field)) return null;
        return changed == null ? known : changed;
    }
}
