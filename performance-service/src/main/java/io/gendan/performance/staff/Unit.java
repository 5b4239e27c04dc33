package io.gendan.performance.staff;

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

/** A unit of the company (ORG-02); its profile decides which rules hold for the people in it. */
@Entity
@Table(name = "unit")
class Unit extends Aggregate {
    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "name_en")
    private String nameEn;

    private String parent;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    private String profile;

    @Column(name = "named_head")
    private String namedHead;

    private String head;
    private boolean merchandising;
    private boolean controlling;
    private String merchandiser;

    /** Rises with each telling of it: copies drop what reaches them late. */
    private int revision;

    protected Unit() {}

    Unit(String code, UnitDetails details) {
        super(Ids.next());
        this.code = code;
        take(details);
    }

    UnitEvent become(UnitDetails details, Act act) {
        take(details);
        return registered(act);
    }

    /** @param head who follows from its people and the one named, or null */
    UnitEvent headedBy(String head, Act act) {
        this.head = head;
        return registered(act);
    }

    UnitEvent registered(Act act) {
        return new UnitRegistered(
                id(),
                code,
                name,
                nameEn,
                parent,
                kind.name(),
                profile,
                head,
                controlling,
                merchandiser,
                act.at(),
                revision = Revision.after(revision, act.at()));
    }

    UnitDetails details() {
        return new UnitDetails(
                name, nameEn, parent, kind, profile, namedHead, merchandising, controlling, merchandiser);
    }

    UnitResource.UnitView view() {
        return new UnitResource.UnitView(
                id(),
                version(),
                code,
                name,
                nameEn,
                parent,
                kind,
                profile,
                head,
                merchandising,
                controlling,
                merchandiser);
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

    String head() {
        return head;
    }

    @Override
    public String recordType() {
        return "unit";
    }

    private void take(UnitDetails details) {
        name = details.name();
        nameEn = details.nameEn();
        parent = details.parent();
        kind = details.kind();
        profile = details.profile();
        namedHead = details.namedHead();
        merchandising = details.merchandising();
        controlling = details.controlling();
        merchandiser = details.merchandiser();
    }
}
