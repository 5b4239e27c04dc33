package io.gendan.rulebook;

import java.util.Set;

/** Where an act takes place; a null member means "not specific". */
public record Scope(String profile, String unit) {

    public static final Scope COMPANY = new Scope(null, null);

    /** The business profiles there are (ORG-13). */
    public static final Set<String> PROFILES = KnownCodes.load().profiles();

    public static Scope of(String profile, String unit) {
        return profile == null && unit == null ? COMPANY : new Scope(profile, unit);
    }
}
