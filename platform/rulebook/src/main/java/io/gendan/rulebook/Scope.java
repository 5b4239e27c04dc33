package io.gendan.rulebook;

/** Where an act takes place; a null member means "not specific". */
public record Scope(String profile, String unit) {

    public static final Scope COMPANY = new Scope(null, null);

    public static Scope of(String profile, String unit) {
        return profile == null && unit == null ? COMPANY : new Scope(profile, unit);
    }
}
