package io.gendan.contract.sealuse;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.gendan.core.act.Act;
import io.gendan.core.store.Aggregate;
import io.gendan.core.store.Ids;

/** One line of the seal register (CON-12). It is written once and never changed. */
@Entity
@Table(name = "seal_use")
class SealUse extends Aggregate {
    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Enumerated(EnumType.STRING)
    private Seal seal;

    private int copies;

    @Column(name = "text_checksum")
    private String textChecksum;

    private String applicant;
    private String holder;

    @Column(name = "used_at")
    private Instant usedAt;

    protected SealUse() {}

    SealUse(SealUses.Application application, Act act) {
        super(Ids.next());
        contractId = application.contractId();
        contractNumber = application.contractNumber();
        seal = application.seal();
        copies = application.copies();
        textChecksum = application.textChecksum();
        applicant = application.applicant();
        holder = act.by();
        usedAt = act.at();
    }

    SealUseResource.SealUseView view() {
        return new SealUseResource.SealUseView(
                id(), contractId, contractNumber, seal, copies, textChecksum, applicant, holder, usedAt);
    }

    @Override
    public String recordType() {
        return "seal-use";
    }
}
