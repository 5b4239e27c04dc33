package io.gendan.performance.staff;

import io.gendan.core.security.Roles;

/** What a unit is: the company, a department, a group of it under one supervisor, a shop (ORG-02, ORG-16). */
enum UnitKind {
    COMPANY,
    DEPARTMENT,
    GROUP,
    SHOP;

    /** The role whose holder in the unit heads it. */
    String headRole() {
        return switch (this) {
            case COMPANY -> Roles.LEAD;
            case DEPARTMENT -> Roles.HEAD;
            case GROUP -> Roles.SUPV;
            case SHOP -> Roles.SHOP;
        };
    }

    /** @param parent kind of the unit above, null for none */
    boolean fitsBelow(UnitKind parent) {
        return switch (this) {
            case COMPANY -> parent == null || parent == COMPANY;
            case DEPARTMENT -> parent == null || parent == COMPANY || parent == DEPARTMENT;
            case GROUP, SHOP -> parent == COMPANY || parent == DEPARTMENT;
        };
    }
}
