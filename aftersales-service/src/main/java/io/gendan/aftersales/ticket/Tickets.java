package io.gendan.aftersales.ticket;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.core.act.Act;
import io.gendan.core.deadline.RecordDeadlines;
import io.gendan.core.store.Aggregates;
import io.gendan.events.aftersales.TicketEvent;

/** All tickets. Whatever changes one also writes its communication log (AFT-09). */
@ApplicationScoped
public class Tickets extends Aggregates<Ticket, TicketEvent> {
    /** A ticket made of a problem that a visit brought to light (AFT-44). */
    public record OfVisit(UUID id, String number, String kind, String status) {}

    Tickets() {
        super("ticket");
    }

    @Override
    public Ticket add(Ticket ticket, Act act, TicketEvent event) {
        return writeLog(super.add(ticket, act, event));
    }

    @Override
    public Ticket change(UUID id, Act act, Function<Ticket, ? extends TicketEvent> change) {
        return writeLog(super.change(id, act, change));
    }

    @Override
    public Ticket adjust(UUID id, Act act, String action, Consumer<Ticket> change) {
        return writeLog(super.adjust(id, act, action, change));
    }

    /** Somebody else took over the order of open tickets. */
    public void orderChanged(UUID orderId, UnaryOperator<OrderFacts> change, Act act) {
        for (Ticket ticket : list("orderFacts.orderId = ?1 and status <> CLOSED", orderId))
            adjust(ticket.id(), act, "aftersales.ticket.order-changed", open -> open.orderChanged(change));
    }

    public List<OfVisit> ofVisit(UUID visitId) {
        return list("visitId = ?1 order by id", visitId).stream()
                .map(ticket -> ticket.view(RecordDeadlines.NONE))
                .map(t -> new OfVisit(t.id(), t.number(), t.kind(), t.status()))
                .toList();
    }

    List<TicketView.Entry> log(UUID id, boolean internalToo) {
        return getEntityManager()
                .createQuery(
                        "from LogEntry where ticketId = :id and (internal = false or :all = true) order by seq",
                        LogEntry.class)
                .setParameter("id", id)
                .setParameter("all", internalToo)
                .getResultStream()
                .map(LogEntry::view)
                .toList();
    }

    private Ticket writeLog(Ticket ticket) {
        ticket.takeLog().forEach(getEntityManager()::persist);
        return ticket;
    }
}
