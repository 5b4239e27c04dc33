package io.gendan.performance.staff;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that does not fit together in the company.
 *
 * @param unit code of the unit it is about, or null
 * @param person user name of the person it is about, or null
 * @param other user name of whoever else has part in it: the superior who is not there; or null
 */
record StructureFault(Kind kind, String unit, String person, String other) {
    /** What can be wrong. Codes are keys of texts, as {@code field.<code>}. */
    enum Kind {
        PARENT_UNKNOWN("parent", "does-not-exist"),
        PARENT_LOOP("parent", "closes-a-loop"),
        /** A group or shop stands below a department, a department below a department or the company. */
        PARENT_KIND("parent", "not-under-such-a-unit"),
        SECOND_CONTROLLING_UNIT("controlling", "second-controlling-unit"),
        HEAD_UNKNOWN("head", "head-not-there"),
        WITHOUT_HEAD("unit", "unit-without-head"),
        SECOND_HEAD("roles", "second-head"),
        MERCHANDISER_UNFIT("merchandiser", "merchandiser-not-there"),
        SUPERIOR_UNKNOWN("superior", "does-not-exist"),
        SUPERIOR_LOOP("superior", "closes-a-loop"),
        SUPERIOR_GONE("superior", "has-left"),
        GUIDE_WITHOUT_SHOP("unit", "guide-without-shop"),
        /** These two come about on the way to a whole: listed, and refused to nobody. */
        GROUP_WITHOUT_MERCHANDISER("unit", "group-without-merchandiser"),
        SHOP_WITHOUT_MERCHANDISER("merchandiser", "shop-without-merchandiser");

        final String field;
        final String code;

        Kind(String field, String code) {
            this.field = field;
            this.code = code;
        }

        boolean isRefused() {
            return this != GROUP_WITHOUT_MERCHANDISER && this != SHOP_WITHOUT_MERCHANDISER;
        }
    }

    /** Fill {0} to {2} of the text: unit, person, whoever else. */
    List<Object> arguments() {
        return Stream.of(unit, person, other)
                .map(argument -> (Object) (argument == null ? "–" : argument))
                .toList();
    }

    Map<String, Object> named() {
        List<Object> arguments = arguments();
        return Map.of("0", arguments.get(0), "1", arguments.get(1), "2", arguments.get(2));
    }

    static StructureFault ofUnit(Kind kind, String unit) {
        return new StructureFault(kind, unit, null, null);
    }

    static StructureFault ofPerson(Kind kind, String person, String other) {
        return new StructureFault(kind, null, person, other);
    }
}
