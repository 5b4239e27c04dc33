package io.gendan.system.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.gendan.system.OrderJourney.Item;

/** The demo's input files, read row by row: a bad row is kept as a complaint with line and reason, the rest is used. */
record DemoInput(Map<String, Customer> customers, List<Row> rows, List<String> complaints, String fingerprint) {
    private static final BigDecimal CNY_PER_POUND = new BigDecimal("10.40");
    private static final Set<String> OUTCOMES = Set.of("answered", "declined", "confirmed", "released", "completed");
    private static final Set<String> COMPLAINTS = Set.of("none", "unfounded", "order-taker", "merchandiser");
    private static final Set<String> CORRECTIONS = Set.of("none", "order-taker", "customer", "other-department");
    private static final int MOST_LINES_OF_AN_INVOICE = 500;

    record Customer(
            String code, String name, String contactPerson, String contact, String address, String portalAccount) {}

    /** One inquiry and what becomes of it. */
    record Row(
            String no,
            String customer,
            String orderTaker,
            String merchandiser,
            String channel,
            List<Item> items,
            int deliveryDays,
            String outcome,
            int rounds,
            int rating,
            String complaint,
            String correction) {
        boolean isOrder() {
            return isReleased() || outcome.equals("confirmed");
        }

        boolean isReleased() {
            return isCompleted() || outcome.equals("released");
        }

        boolean isCompleted() {
            return outcome.equals("completed");
        }

        /** Who caused a well-founded complaint, or null. */
        String atFault() {
            return switch (complaint) {
                case "order-taker" -> orderTaker;
                case "merchandiser" -> merchandiser;
                default -> null;
            };
        }
    }

    /** A row that cannot be used, and why. */
    private static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadRow(String reason) {
            super(reason);
        }
    }

    /** @param staff user names that may take or follow orders */
    static DemoInput read(Path folder, Set<String> staff, List<String> invoiceTakers, String invoiceMerchandiser) {
        var complaints = new ArrayList<String>();
        var customers = new LinkedHashMap<String, Customer>();
        eachRow(
                folder.resolve("customers.csv"),
                complaints,
                row -> customers.put(
                        need(row, "code"),
                        new Customer(
                                need(row, "code"),
                                need(row, "name"),
                                row.getField("contact_person"),
                                row.getField("contact"),
                                row.getField("address"),
                                row.getField("portal_account"))));
        var rows = new LinkedHashMap<String, Row>();
        eachRow(folder.resolve("orders.csv"), complaints, row -> {
            Row order = order(row, customers.keySet(), staff);
            if (rows.putIfAbsent(order.no(), order) != null) throw new BadRow("no is taken: " + order.no());
            return order;
        });
        for (Row invoice :
                invoices(folder.resolve("invoices.csv"), customers, invoiceTakers, invoiceMerchandiser, complaints))
            rows.put(invoice.no(), invoice);
        return new DemoInput(customers, List.copyOf(rows.values()), List.copyOf(complaints), fingerprint(folder));
    }

    private static Row order(NamedCsvRecord row, Set<String> customers, Set<String> staff) {
        String outcome = oneOf(row, "outcome", OUTCOMES);
        boolean completed = outcome.equals("completed");
        return new Row(
                need(row, "no"),
                oneOf(row, "customer", customers),
                oneOf(row, "order_taker", staff),
                outcome.equals("answered") ? "" : oneOf(row, "merchandiser", staff),
                need(row, "channel"),
                List.of(new Item(
                        need(row, "product"),
                        need(row, "product_class"),
                        decimal(row, "quantity").toPlainString(),
                        need(row, "unit"),
                        decimal(row, "unit_price").toPlainString())),
                number(row, "delivery_days", 1, 365),
                outcome,
                completed ? number(row, "acceptance_rounds", 1, 2) : 0,
                completed ? number(row, "rating", 1, 5) : 0,
                oneOf(row, "complaint", COMPLAINTS),
                oneOf(row, "correction", CORRECTIONS));
    }

    private static List<Row> invoices(
            Path file,
            Map<String, Customer> customers,
            List<String> takers,
            String merchandiser,
            List<String> complaints) {
        var lines = new LinkedHashMap<String, List<Item>>();
        var buyers = new LinkedHashMap<String, String>();
        eachRow(file, complaints, row -> {
            String invoice = need(row, "InvoiceNo");
            if (invoice.startsWith("C")) throw new BadRow("invoice " + invoice + " is a cancellation");
            String buyer = need(row, "CustomerID").replaceFirst("\\.0$", "");
            String code = need(row, "StockCode");
            if (!code.matches("\\d{5}.*")) throw new BadRow("stock code " + code + " is no goods");
            BigDecimal price = decimal(row, "UnitPrice");
            if (price.signum() <= 0) throw new BadRow("UnitPrice is not above zero");
            if (decimal(row, "Quantity").signum() <= 0) throw new BadRow("Quantity is not above zero");
            customers.putIfAbsent(
                    "UK-" + buyer,
                    new Customer("UK-" + buyer, "海外批发客户 " + buyer, "Buyer " + buyer, "mail", "United Kingdom", ""));
            buyers.put(invoice, "UK-" + buyer);
            return lines.computeIfAbsent(invoice, _ -> new ArrayList<>())
                    .add(new Item(
                            need(row, "Description"),
                            "standard",
                            decimal(row, "Quantity").toPlainString(),
                            "pcs",
                            price.multiply(CNY_PER_POUND)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .toPlainString()));
        });
        var orders = new ArrayList<Row>();
        for (var invoice : lines.entrySet()) {
            if (invoice.getValue().size() > MOST_LINES_OF_AN_INVOICE) {
                complaints.add(file.getFileName() + ": invoice " + invoice.getKey() + " has too many lines");
                continue;
            }
            orders.add(new Row(
                    "UK" + invoice.getKey(),
                    buyers.get(invoice.getKey()),
                    takers.get(orders.size() % takers.size()),
                    merchandiser,
                    "mail",
                    invoice.getValue(),
                    30,
                    "confirmed",
                    0,
                    0,
                    "none",
                    "none"));
        }
        return orders;
    }

    private static void eachRow(Path file, List<String> complaints, Function<NamedCsvRecord, ?> use) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv)
                try {
                    Object used = use.apply(row);
                    if (used == Boolean.FALSE) throw new BadRow("not used");
                } catch (BadRow | java.util.NoSuchElementException bad) {
                    complaints.add(file.getFileName() + ":" + row.getStartingLineNumber() + ": " + bad.getMessage());
                }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String need(NamedCsvRecord row, String column) {
        String value = row.getField(column).strip();
        if (value.isEmpty()) throw new BadRow(column + " is empty");
        return value;
    }

    private static String oneOf(NamedCsvRecord row, String column, Set<String> known) {
        String value = need(row, column);
        if (!known.contains(value)) throw new BadRow(column + " is unknown: " + value);
        return value;
    }

    private static BigDecimal decimal(NamedCsvRecord row, String column) {
        try {
            return new BigDecimal(need(row, column));
        } catch (NumberFormatException _) {
            throw new BadRow(column + " is no number: " + row.getField(column));
        }
    }

    private static int number(NamedCsvRecord row, String column, int least, int most) {
        try {
            int value = Integer.parseInt(need(row, column));
            if (value < least || value > most) throw new BadRow(column + " is not from " + least + " to " + most);
            return value;
        } catch (NumberFormatException _) {
            throw new BadRow(column + " is no number: " + row.getField(column));
        }
    }

    private static String fingerprint(Path folder) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (String name : List.of("customers.csv", "orders.csv", "invoices.csv"))
                sha.update(Files.readAllBytes(folder.resolve(name)));
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
