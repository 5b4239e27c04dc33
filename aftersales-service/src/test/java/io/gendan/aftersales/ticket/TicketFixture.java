package io.gendan.aftersales.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.gendan.aftersales.knownorder.OrderFacts;
import io.gendan.core.act.Act;
import io.gendan.rulebook.AftersalesRules.Urgency;
import io.gendan.rulebook.Rulebook;

/** Tickets in every state, each walked to by legal steps. */
final class TicketFixture {
    static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    static final Instant DUE = NOON.plusSeconds(1800);
    static final Instant LATER = NOON.plusSeconds(432_000);

    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final UUID ORDER = UUID.randomUUID();

    /** Every act there is on a ticket, by name. */
    static final Map<String, BiConsumer<Ticket, Act>> ACTS = acts();

    private TicketFixture() {}

    static Act by(String person, Instant at) {
        return new Act(person, Set.of(), at, RULEBOOK);
    }

    static Act asrep() {
        return by("he.ling", NOON);
    }

    static Ticket opened(TicketKind kind, String about) {
        var order = new OrderFacts(ORDER, "SO-1", UUID.randomUUID(), "general", "sales-east", "zhao.min", "zhou.ting");
        var opening = new Opening(kind, "phone", "减速机有异响", Urgency.NORMAL, about);
        var ticket = new Ticket("TK-2026-000001", order, opening, null);
        ticket.open("he.ling", DUE, asrep());
        return ticket;
    }

    static Ticket in(TicketStatus status) {
        return switch (status) {
            case NEW -> opened(TicketKind.QUESTION, null);
            case CLASSIFIED -> after(TicketStatus.NEW, "classify");
            case IN_WORK -> after(TicketStatus.CLASSIFIED, "assign");
            case ANSWERED -> after(TicketStatus.IN_WORK, "answer");
            case RECEIVED -> opened(TicketKind.COMPLAINT, null);
            case ACKNOWLEDGED -> after(TicketStatus.RECEIVED, "acknowledge");
            case AT_DEPARTMENT -> after(TicketStatus.ACKNOWLEDGED, "assign");
            case INVESTIGATED -> after(TicketStatus.AT_DEPARTMENT, "investigate");
            case SOLUTION_PROPOSED -> after(TicketStatus.INVESTIGATED, "propose");
            case TOLD -> after(TicketStatus.SOLUTION_PROPOSED, "tell");
            case REOPENED -> after(TicketStatus.TOLD, "reopen");
            case CLOSED -> after(TicketStatus.TOLD, "close");
        };
    }

    static Investigation founded(String causedBy) {
        return Investigation.of(true, causedBy, "装配错误", "更换轴承");
    }

    private static Ticket after(TicketStatus before, String act) {
        Ticket ticket = in(before);
        ACTS.get(act).accept(ticket, asrep());
        return ticket;
    }

    private static Map<String, BiConsumer<Ticket, Act>> acts() {
        var acts = new LinkedHashMap<String, BiConsumer<Ticket, Act>>();
        acts.put("acknowledge", Ticket::acknowledge);
        acts.put("classify", (ticket, act) -> ticket.classify("质量", "派人检查", Urgency.HIGH, act));
        acts.put("assign", (ticket, act) -> ticket.assign("quality", null, act));
        acts.put("answer", (ticket, act) -> ticket.answer("请加油润滑", act));
        acts.put("investigate", (ticket, act) -> ticket.investigate(founded("zhou.ting"), true, act));
        acts.put("propose", (ticket, act) -> ticket.propose("免费更换", act));
        acts.put("tell", (ticket, act) -> ticket.tell("电话", act));
        acts.put("close", (ticket, act) -> ticket.close("已更换", "满意", act));
        acts.put("reopen", (ticket, act) -> ticket.reopen("仍有异响", act));
        acts.put("say", (ticket, act) -> ticket.say("已安排", false, false, act));
        return acts;
    }
}
