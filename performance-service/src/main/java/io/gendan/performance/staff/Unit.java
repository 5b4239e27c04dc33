package io.gendan.performance.staff;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

/** A unit of the company; its profile decides which rules hold for the people in it. */
@Entity
@Table(name = "unit")
class Unit extends Aggregate {
    static final Set<String> PROFILES = Set.of(
            "general",
            "service-project",
            "environmental",
            "trade",
            "furniture",
            "dyeing",
            "garment",
            "factory",
            "logistics");

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "name_en")
    private String nameEn;

    private String parent;
    private String profile;

    protected Unit() {}

    Unit(UnitRow row) {
        super(Ids.next());
        code = row.code();
        become(row);
    }

    void become(UnitRow row) {
        name = row.name();
        nameEn = row.nameEn();
        parent = row.parent();
        profile = row.profile();
    }

    boolean is(UnitRow row) {
        return new UnitRow(row.line(), code, name, nameEn, parent, profile).equals(row);
    }

    UnitResource.UnitView view() {
        return new UnitResource.UnitView(id(), version(), code, name, nameEn, parent, profile);
    }

    String code() {
        return code;
    }

    String parent() {
        return parent;
    }

    String profile() {
        return profile;
    }

    @Override
    public String recordType() {
        return "unit";
    }
}
