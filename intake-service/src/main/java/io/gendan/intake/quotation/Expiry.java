package io.gendan.intake.quotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.gendan.core.act.Act;
import io.gendan.core.clock.Timed;

/** A quotation the customer has not answered expires at the end of its validity (QUO-18). */
@ApplicationScoped
class Expiry implements Timed<Quotation> {
    @Inject
    Quotations quotations;

    @Override
    public Class<Quotation> kind() {
        return Quotation.class;
    }

    @Override
    public String moment() {
        return "expiresAt";
    }

    @Override
    public String condition() {
        return "status = SENT";
    }

    @Override
    public void strike(Quotation quotation, Act act) {
        quotations.change(quotation.id(), act, late -> late.expire(act));
    }
}
