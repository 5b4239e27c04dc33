package io.gendan.performance.staff;

/** What a unit is: the company, a department, a group of it under one supervisor, a shop (ORG-02, ORG-16). */
enum UnitKind {
    COMPANY,
    DEPARTMENT,
    GROUP,
    SHOP
}
