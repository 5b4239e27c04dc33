package io.gendan.contract;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.contract.confirmedorder.ConfirmedOrders.Confirmed;
import io.gendan.core.approval.Checksum;
import io.gendan.events.Money;
import io.gendan.events.intake.OrderLine;

/**
 * Everything both sides put their names to.
 *
 * @param clauses text by the clause's name, for example {@code breach-liability}
 */
record ContractText(
        String ourParty,
        String customer,
        String orderNumber,
        List<OrderLine> items,
        Money price,
        String deliveryPlace,
        LocalDate deliveryDate,
        String paymentTerms,
        SortedMap<String, String> clauses) {
    ContractText {
        items = List.copyOf(items);
        clauses = Collections.unmodifiableSortedMap(new TreeMap<>(clauses));
    }

    /** Terms in which the contract is meant to depart from the order; null members follow the order. */
    record Departure(String deliveryPlace, LocalDate deliveryDate, String paymentTerms) {
        static final Departure NONE = new Departure(null, null, null);
    }

    static ContractText of(
            Confirmed order, String customer, String ourParty, Departure departure, Map<String, String> clauses) {
        return new ContractText(
                ourParty,
                customer,
                order.number(),
                order.lines(),
                order.total(),
                departure.deliveryPlace() == null ? order.deliveryPlace() : departure.deliveryPlace(),
                departure.deliveryDate() == null ? order.deliveryDate() : departure.deliveryDate(),
                departure.paymentTerms() == null ? order.paymentTerms() : departure.paymentTerms(),
                new TreeMap<>(clauses));
    }

    /** The clauses that are not left empty. */
    List<String> given() {
        return clauses.entrySet().stream()
                .filter(clause -> !clause.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By the terms that rule {@code contract.order-match} may name. */
    List<Difference> departures(Confirmed order, String customerNow) {
        return Stream.of(
                        new Difference("parties", customer, customerNow),
                        new Difference("items", plain(items), plain(order.lines())),
                        new Difference("price", price.toString(), order.total().toString()),
                        new Difference(
                                "delivery",
                                deliveryPlace + ", " + deliveryDate,
                                order.deliveryPlace() + ", " + order.deliveryDate()),
                        new Difference("payment", paymentTerms, order.paymentTerms()))
                .filter(difference -> !String.valueOf(difference.inContract()).equals(difference.inOrder()))
                .toList();
    }

    /** Of everything in it. */
    String checksum(String contractNumber) {
        var content = new Checksum()
                .with("number", contractNumber)
                .with("ourParty", ourParty)
                .with("customer", customer)
                .with("orderNumber", orderNumber);
        items.forEach(item -> content.with("item", plain(item)));
        content.with("price", price)
                .with("deliveryPlace", deliveryPlace)
                .with("deliveryDate", deliveryDate)
                .with("paymentTerms", paymentTerms);
        clauses.forEach((name, text) -> content.with("clause " + name, text));
        return content.hex();
    }

    private static String plain(List<OrderLine> items) {
        return items.stream().map(ContractText::plain).collect(Collectors.joining("; "));
    }

    private static String plain(OrderLine item) {
        return "%s × %s %s @ %s = %s"
                .formatted(
                        item.description(),
                        item.quantity().toPlainString(),
                        item.unit(),
                        item.unitPrice(),
                        item.amount());
    }
}
