package io.gendan.performance.staff;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;
import io.gendan.events.performance.UnitEvent;
import io.gendan.events.performance.UnitEvent.UnitRegistered;

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

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    private String profile;
    private String head;
    private boolean controlling;
    private String merchandiser;

    protected Unit() {}

    Unit(UnitRow row) {
        super(Ids.next());
        code = row.code();
        take(row);
    }

    UnitEvent become(UnitRow row, Act act) {
        take(row);
        return registered(act);
    }

    UnitEvent registered(Act act) {
        return new UnitRegistered(
                id(), code, name, nameEn, parent, kind.name(), profile, head, controlling, merchandiser, act.at());
    }

    boolean is(UnitRow row) {
        return new UnitRow(row.line(), code, name, nameEn, parent, kind, profile).equals(row);
    }

    UnitResource.UnitView view() {
        return new UnitResource.UnitView(
                id(), version(), code, name, nameEn, parent, kind, profile, head, controlling, merchandiser);
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

    private void take(UnitRow row) {
        name = row.name();
        nameEn = row.nameEn();
        parent = row.parent();
        kind = row.kind();
        profile = row.profile();
    }
}
