package io.gendan.system.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import io.gendan.core.calendar.WorkingCalendar;
import io.gendan.local.Login;
import io.gendan.local.Part;
import io.gendan.local.People.Person;
import io.gendan.local.Stack;
import io.gendan.local.StackOptions;
import io.gendan.system.Api;
import io.gendan.system.Company;
import io.gendan.system.Wait;

/** A stack of the benchmarks' own, with people on duty and as many draft orders as are wanted. */
final class Lab implements AutoCloseable {
    private final StackOptions options;
    private final Path product;
    private final Map<String, Login.Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, UUID> templates = new HashMap<>();
    private Stack stack;

    Lab(Path product, Path state) {
        this.product = product;
        options = StackOptions.isolated(product, state).asInProduction();
        run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE, Part.PERFORMANCE, Part.GATEWAY));
        keepCommitTimes();
        putEverybodyOnDuty();
        run(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.INTAKE, Part.GATEWAY));
    }

    Stack stack() {
        return stack;
    }

    StackOptions options() {
        return options;
    }

    /** Exactly these parts run afterwards. */
    void run(Set<Part> wanted) {
        if (stack != null)
            for (Stack.Status line : stack.status())
                if (line.pid().isPresent() && wanted.stream().noneMatch(p -> p.id().equals(line.name())))
                    stack.stop(line.name());
        stack = Stack.open(options.only(wanted), text -> Report.say("  %s", text));
        stack.up();
    }

    String token(Person person) {
        return tokens.compute(person.username(), (name, token) -> token == null ? stack.login(name) : token.fresh())
                .access();
    }

    /** Those who may confirm orders, so many of each unit as it has. */
    List<Person> orderTakers() {
        return stack.people().all().stream()
                .filter(p -> p.roles().contains("SALES"))
                .toList();
    }

    List<Person> readersOfAll() {
        var roles = Set.of("BIZ", "MERCH", "SUPV", "HEAD", "LEAD", "LEGAL", "FIN", "AUDIT", "QC", "LOGI", "ASREP");
        return stack.people().all().stream()
                .filter(p -> p.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** Orders of this unit in state DRAFT: the first is taken through the service, the others are copies of it. */
    List<UUID> drafts(String unit, int count) {
        return copy(unit, LongStream.range(0, count).boxed().toArray(Long[]::new), false);
    }

    /** The same with these numbers for ids. */
    void numberedDrafts(String unit, LongStream numbers) {
        copy(unit, numbers.boxed().toArray(Long[]::new), true);
    }

    private List<UUID> copy(String unit, Long[] numbers, boolean asIds) {
        UUID template = templates.computeIfAbsent(unit, this::draftedByPeople);
        var ids = new ArrayList<UUID>(numbers.length);
        try (Connection intake = connect(Part.INTAKE)) {
            try (PreparedStatement copy = intake.prepareStatement(COPY_DRAFTS)) {
                copy.setBoolean(1, asIds);
                copy.setArray(2, intake.createArrayOf("bigint", numbers));
                copy.setObject(3, template);
                copy.setObject(4, template);
                try (ResultSet rows = copy.executeQuery()) {
                    while (rows.next()) ids.add(rows.getObject(1, UUID.class));
                }
            }
            try (var statement = intake.createStatement()) {
                statement.execute("analyze customer_order, quotation");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    long count(Part part, String sql) {
        try (Connection connection = connect(part);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(Part part, String sql) {
        try (Connection connection = connect(part);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect(Part part) throws SQLException {
        var database = stack.database(part);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() {
        stack.down();
    }

    /** So that the server itself says when a row was committed. */
    private void keepCommitTimes() {
        var superuser = stack.superuser();
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        stack.restart("postgres");
    }

    /** Afterwards intake knows the staff register, also while performance does not run. */
    private void putEverybodyOnDuty() {
        var company = new Company(stack);
        company.importRegister(product.resolve("deploy/identity"));
        int staff = company.staff().size();
        Wait.forThe(
                "staff register in intake",
                () -> count(Part.INTAKE, "select count(*) from staff_member") >= staff ? staff : null);
    }

    private UUID draftedByPeople(String unit) {
        Api taker = as("SALES", unit);
        Api author = as("BIZ", unit);
        String wanted = LocalDate.now(WorkingCalendar.SHANGHAI).plusDays(45).toString();
        String customer = id(taker.post(
                "/api/intake/v1/customers",
                null,
                Map.of("name", "基准测试机械有限公司", "naturalPerson", false, "portalAccounts", Set.of())));
        String inquiry = id(taker.post(
                "/api/intake/v1/inquiries",
                null,
                Map.of(
                        "channel",
                        "phone",
                        "customerId",
                        customer,
                        "details",
                        Map.of(
                                "contactPerson", "王先生",
                                "contact", "025-8000 0000",
                                "address", "江苏省南京市玄武区",
                                "product", "减速机 R57",
                                "quantity", "10",
                                "wantedDate", wanted))));
        String quotation = id(author.post(
                "/api/intake/v1/quotations",
                null,
                Map.of(
                        "inquiryId",
                        inquiry,
                        "offer",
                        Map.of(
                                "currency",
                                "CNY",
                                "lines",
                                List.of(
                                        line("减速机 R57", "10", "1200"),
                                        line("联轴器 GR38", "20", "180"),
                                        line("安装底座", "10", "260"))))));
        String path = "/api/intake/v1/quotations/" + quotation;
        author.post(path + "/submit", null, null);
        as("HEAD", unit).post(path + "/approve", null, null);
        taker.post(path + "/send", null, null);
        taker.post(path + "/accept", null, Map.of("evidence", "客户书面确认接受报价"));
        return UUID.fromString(id(taker.post(
                "/api/intake/v1/orders",
                null,
                Map.of(
                        "quotationId",
                        quotation,
                        "terms",
                        Map.of(
                                "deliveryPlace",
                                "江苏省南京市玄武区",
                                "deliveryDate",
                                wanted,
                                "paymentTerms",
                                "签约预付 30%，验收后付清")))));
    }

    private static Map<String, String> line(String description, String quantity, String price) {
        return Map.of(
                "kind", "material",
                "description", description,
                "productClass", "standard",
                "quantity", quantity,
                "unit", "台",
                "unitPrice", price,
                "taxPercent", "0");
    }

    private Api as(String role, String unit) {
        Person person = stack.people().all().stream()
                .filter(p -> p.roles().contains(role))
                .min(java.util.Comparator.comparing(p -> !p.unit().equals(unit)))
                .orElseThrow();
        return new Api(stack.url("intake"), () -> token(person));
    }

    private static String id(com.fasterxml.jackson.databind.JsonNode record) {
        return record.path("id").asText();
    }

    private static final String COPY_DRAFTS = """
            with pairs as materialized (
                select gen_random_uuid() as quotation, nextval('order_number') as n,
                       case when ? then ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid else uuidv7() end as id
                  from unnest(?::bigint[]) g),
            quotations as (
                insert into quotation
                select r.* from customer_order t join quotation q on q.id = t.quotation_id, pairs p,
                       lateral jsonb_populate_record(q, jsonb_build_object(
                           'id', p.quotation, 'number', 'BENCH-' || p.n)) r
                 where t.id = ?)
            insert into customer_order
            select r.* from customer_order t, pairs p,
                   lateral jsonb_populate_record(t, jsonb_build_object(
                       'id', p.id, 'quotation_id', p.quotation, 'number', 'BENCH-' || p.n)) r
             where t.id = ?
            returning id""";
}
