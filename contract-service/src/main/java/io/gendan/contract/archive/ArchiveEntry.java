package io.gendan.contract.archive;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

/** Where the copy of a signed contract is (CON-14). It is written once and never changed. */
@Entity
@Table(name = "archive_entry")
class ArchiveEntry extends Aggregate {
    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    private String place;

    @Column(name = "archived_by")
    private String archivedBy;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected ArchiveEntry() {}

    ArchiveEntry(UUID contractId, String contractNumber, String place, Act act) {
        super(Ids.next());
        this.contractId = contractId;
        this.contractNumber = contractNumber;
        this.place = place;
        archivedBy = act.by();
        archivedAt = act.at();
    }

    ArchiveResource.ArchiveEntryView view(boolean inTime) {
        return new ArchiveResource.ArchiveEntryView(
                id(), contractId, contractNumber, place, archivedBy, archivedAt, inTime);
    }

    UUID contractId() {
        return contractId;
    }

    @Override
    public String recordType() {
        return "archive-entry";
    }
}
