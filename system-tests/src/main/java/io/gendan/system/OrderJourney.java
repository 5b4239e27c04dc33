package io.gendan.system;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.local.People.Person;

/**
 * One order on its way, step by step as the people of its unit take them. Every act carries a key made of the journey's
 * name, so that a journey that broke off can be walked again from the start and goes on where it was.
 */
public final class OrderJourney {
    private static final String INTAKE = "/api/intake/v1/";
    private static final String CONTRACT = "/api/contract/v1/";
    private static final String FULFILLMENT = "/api/fulfillment/v1/";
    private static final String AFTERSALES = "/api/aftersales/v1/";
    private static final Set<String> COMPLEX = Set.of("custom-made", "installation-project");

    /** One item: what, how many, at what price. */
    public record Item(String description, String productClass, String quantity, String unit, String unitPrice) {}

    /** What is ordered, by whom, through whom. */
    public record Brief(
            String name,
            LocalDate day,
            String customerId,
            String portalAccount,
            String channel,
            List<Item> items,
            int deliveryDays,
            Person orderTaker,
            Person merchandiser) {}

    private final Company company;
    private final Brief brief;
    private final String unit;

    private String inquiry;
    private String quotation;
    private String order;
    private String contract;
    private String plan;
    private JsonNode total;

    public OrderJourney(Company company, Brief brief) {
        this.company = company;
        this.brief = brief;
        unit = brief.orderTaker().unit();
    }

    public String order() {
        return order;
    }

    public String quotation() {
        return quotation;
    }

    public String contract() {
        return contract;
    }

    public String inquiry() {
        return inquiry;
    }

    public OrderJourney inquire() {
        Item first = brief.items().getFirst();
        inquiry = id(post(
                taker(),
                INTAKE + "inquiries",
                Map.of(
                        "channel",
                        brief.channel(),
                        "customerId",
                        brief.customerId(),
                        "details",
                        Map.of(
                                "contactPerson",
                                "采购联系人",
                                "contact",
                                "025-8000 0000",
                                "address",
                                "江苏省南京市玄武区",
                                "product",
                                first.description(),
                                "quantity",
                                first.quantity(),
                                "wantedDate",
                                brief.day().plusDays(brief.deliveryDays()).toString()))));
        return this;
    }

    public OrderJourney answerInquiry() {
        post(taker(), INTAKE + "inquiries/" + inquiry + "/answer", Map.of("text", "已电话答复客户。"));
        return this;
    }

    public OrderJourney quote() {
        List<Map<String, String>> lines = brief.items().stream()
                .map(item -> Map.of(
                        "kind", "material",
                        "description", item.description(),
                        "productClass", item.productClass(),
                        "quantity", item.quantity(),
                        "unit", item.unit(),
                        "unitPrice", item.unitPrice(),
                        "taxPercent", "0"))
                .toList();
        JsonNode draft = post(
                as("BIZ"),
                INTAKE + "quotations",
                Map.of("inquiryId", inquiry, "offer", Map.of("currency", "CNY", "lines", lines)));
        quotation = id(draft);
        total = draft.path("total");
        post(as("BIZ"), INTAKE + "quotations/" + quotation + "/submit", null);
        post(as("HEAD"), INTAKE + "quotations/" + quotation + "/approve", null);
        post(taker(), INTAKE + "quotations/" + quotation + "/send", null);
        return this;
    }

    public OrderJourney decline() {
        post(
                taker(),
                INTAKE + "quotations/" + quotation + "/decline",
                Map.of("reason", "price", "evidence", "客户来电：价格偏高"));
        return this;
    }

    /** The customer accepts in the portal where he has an account, else the order taker records it. */
    public OrderJourney accept() {
        post(customerOr(taker()), INTAKE + "quotations/" + quotation + "/accept", Map.of("evidence", "客户书面确认接受报价"));
        return this;
    }

    public OrderJourney confirm() {
        order = id(post(
                taker(),
                INTAKE + "orders",
                Map.of(
                        "quotationId",
                        quotation,
                        "terms",
                        Map.of(
                                "deliveryPlace", "江苏省南京市玄武区",
                                "deliveryDate",
                                        brief.day()
                                                .plusDays(brief.deliveryDays())
                                                .toString(),
                                "paymentTerms", "签约预付 30%，验收后付清"))));
        Map<String, ?> evidence = Map.of("evidence", Map.of("kind", "SIGNED_FORM", "text", "客户签章订单扫描件"));
        if (isWithinAuthority()) {
            post(taker(), INTAKE + "orders/" + order + "/confirm", evidence);
            return this;
        }
        post(taker(), INTAKE + "orders/" + order + "/request-approval", evidence);
        post(as(approver()), INTAKE + "orders/" + order + "/approve", null);
        return this;
    }

    public OrderJourney signContract() {
        Api biz = as("BIZ");
        contract = id(Wait.forThe(
                "the contract service to know the order",
                () -> {
                    try {
                        return post(
                                biz,
                                CONTRACT + "contracts",
                                Map.of(
                                        "orderId",
                                        order,
                                        "clauses",
                                        Map.of(
                                                "scope", "按附件清单供货。",
                                                "service-standard", "符合国家标准及双方确认的技术要求。",
                                                "delivery-time", "按订单约定日期交付。",
                                                "payment-method", "签约预付 30%，验收后付清。",
                                                "breach-liability", "逾期每日按合同额万分之五承担违约责任。",
                                                "rights-and-duties", "甲方按期付款，乙方按期交付并提供售后服务。")));
                    } catch (Api.Refused refused) {
                        if (isNotKnownYet(refused)) return null;
                        throw refused;
                    }
                },
                found -> found != null));
        String path = CONTRACT + "contracts/" + contract;
        post(biz, path + "/submit", null);
        post(as("LEGAL"), path + "/legal-approve", null);
        post(as("HEAD"), path + "/sign-off", null);
        post(as("LEAD"), path + "/sign-off", null);
        post(as("SEAL"), path + "/seal", Map.of("seal", "CONTRACT", "copies", 2));
        post(as("HEAD"), path + "/sign", signature("OURS", "部门经理"));
        post(customerOr(biz), path + "/sign", signature("CUSTOMER", "采购经理"));
        return this;
    }

    private static boolean isNotKnownYet(Api.Refused refused) {
        String field = refused.problem().path("errors").path(0).path("field").asText();
        return refused.code().equals("customer-not-known-yet") || field.equals("orderId");
    }

    private Map<String, ?> signature(String side, String capacity) {
        return Map.of(
                "side",
                side,
                "signatory",
                side.equals("OURS") ? company.holder("HEAD", unit).name() : "客户代表",
                "capacity",
                capacity,
                "signedOn",
                brief.day().toString(),
                "evidence",
                "双方签字盖章合同扫描件",
                "sealed",
                true);
    }

    public OrderJourney handOver() {
        post(taker(), INTAKE + "orders/" + order + "/hand-in", Map.of("merchandiser", merchandiserName()));
        post(merchandiser(), INTAKE + "orders/" + order + "/confirm-receipt", null);
        post(
                merchandiser(),
                INTAKE + "orders/" + order + "/check",
                Map.of("outcome", "ACCEPTED", "itemsInOrder", List.of("complete", "clear", "conforms")));
        post(
                merchandiser(),
                INTAKE + "orders/" + order + "/review",
                Map.of("criteria", Map.of("quantity", true, "delivery-date", true, "quality", true)));
        return this;
    }

    public OrderJourney release() {
        Wait.forThe(
                "intake to know that the contract is effective",
                () -> merchandiser().get(INTAKE + "orders/" + order),
                found -> !found.path("contractRequired").asBoolean()
                        || found.path("contractEffective").asBoolean());
        post(merchandiser(), INTAKE + "orders/" + order + "/release", null);
        return this;
    }

    /** @param cause {@code ORDER_TAKER}, {@code CUSTOMER} or {@code OTHER_DEPARTMENT} */
    public OrderJourney correct(String cause) {
        post(
                merchandiser(),
                INTAKE + "orders/" + order + "/corrections",
                Map.of("cause", cause, "description", "订单规格录入有误，已更正"));
        return this;
    }

    public OrderJourney produce() {
        plan = id(Wait.forThe(
                "the plan of the released order",
                () -> first(merchandiser().get(FULFILLMENT + "plans?orderId=" + order)),
                found -> found != null));
        String path = FULFILLMENT + "plans/" + plan;
        post(
                as("HEAD"),
                path + "/team",
                Map.of(
                        "owner",
                        company.holder("BIZ", unit).username(),
                        "members",
                        List.of(Map.of("username", merchandiserName(), "duty", "跟单"))));
        JsonNode planned = put(
                merchandiser(),
                path + "/milestones",
                List.of(
                        milestone("备料", 3, "物料齐套"),
                        milestone("生产完成", Math.max(4, brief.deliveryDays() - 7), "全部完工入库")));
        post(as("HEAD"), path + "/confirm", null);
        post(merchandiser(), path + "/start", null);
        post(merchandiser(), path + "/progress", Map.of("text", "生产按计划进行", "percent", 50));
        for (JsonNode milestone : planned.path("milestones"))
            post(merchandiser(), path + "/milestones/" + milestone.path("id").asText() + "/reach", null);
        post(
                as("QC"),
                path + "/inspections",
                Map.of("batch", "B-01", "criteria", Map.of("数量", true, "外观", true, "性能", true), "remarks", "检验合格"));
        post(merchandiser(), path + "/produced", null);
        return this;
    }

    private Map<String, ?> milestone(String name, int days, String criterion) {
        return Map.of(
                "name",
                name,
                "plannedOn",
                brief.day().plusDays(days).toString(),
                "responsible",
                merchandiserName(),
                "criterion",
                criterion);
    }

    public OrderJourney deliver() {
        String shipment = id(post(
                merchandiser(),
                FULFILLMENT + "shipments",
                Map.of(
                        "orderId",
                        order,
                        "carrier",
                        "顺达物流",
                        "mode",
                        "ROAD",
                        "plannedOn",
                        brief.day().plusDays(1).toString())));
        String path = FULFILLMENT + "shipments/" + shipment;
        post(merchandiser(), path + "/dispatch", null);
        post(as("LOGI"), path + "/track", "1", Map.of("status", "IN_TRANSIT", "place", "无锡中转站"));
        post(as("LOGI"), path + "/track", "2", Map.of("status", "ARRIVED", "place", "客户现场"));
        post(
                customerOr(merchandiser()),
                path + "/confirm-receipt",
                Map.of("receivedOn", brief.day().toString(), "quantityOk", true, "evidence", "签收单"));
        return this;
    }

    /** @param rounds 1, or 2 for one round of rectification */
    public OrderJourney passAcceptance(int rounds) {
        String acceptance =
                id(post(as("BIZ"), FULFILLMENT + "acceptances", Map.of("orderId", order, "selfCheck", "自检合格，资料齐全")));
        String path = FULFILLMENT + "acceptances/" + acceptance;
        post(as("BIZ"), path + "/invite", null);
        post(as("BIZ"), path + "/begin", null);
        for (int round = 1; round < rounds; round++) {
            JsonNode found = post(
                    customerOr(as("BIZ")),
                    path + "/findings",
                    List.of(Map.of(
                            "text", "铭牌信息与合同不符",
                            "owner", company.holder("BIZ", unit).username(),
                            "dueOn", brief.day().plusDays(5).toString())));
            for (JsonNode finding : found.path("findings"))
                post(
                        as("BIZ"),
                        path + "/findings/" + finding.path("id").asText() + "/close",
                        Map.of("measure", "已更换铭牌"));
            post(as("BIZ"), path + "/repeat", null);
        }
        post(customerOr(as("BIZ")), path + "/sign", Map.of("signatory", "客户代表", "evidence", "验收报告签字扫描件"));
        return this;
    }

    public OrderJourney settle() {
        String path = CONTRACT + "contracts/" + contract;
        BigDecimal amount = new BigDecimal(total.path("amount").asText());
        BigDecimal advance = amount.multiply(new BigDecimal("0.30")).setScale(2, java.math.RoundingMode.HALF_UP);
        BigDecimal rest = amount.subtract(advance);
        post(
                as("BIZ"),
                path + "/schedule",
                Map.of(
                        "lines",
                        List.of(
                                Map.of("amount", money(advance), "dueEvent", "SIGNING"),
                                Map.of("amount", money(rest), "dueEvent", "ACCEPTANCE"))));
        Api finance = as("FIN");
        post(
                finance,
                path + "/invoices",
                Map.of("amount", money(amount), "taxPercent", "13", "number", "FP-" + order.substring(24)));
        post(finance, path + "/receipts", "1", receipt(advance, 1));
        post(finance, path + "/receipts", "2", receipt(rest, 2));
        return this;
    }

    private Map<String, ?> receipt(BigDecimal amount, int line) {
        return Map.of(
                "amount", money(amount),
                "receivedOn", brief.day().toString(),
                "allocations", List.of(Map.of("line", line, "amount", money(amount))));
    }

    public OrderJourney awaitCompletion() {
        Wait.forThe(
                "the order to be completed",
                () -> merchandiser().get(INTAKE + "orders/" + order),
                found -> found.path("status").asText().equals("COMPLETED"));
        return this;
    }

    public OrderJourney visit(int rating) {
        JsonNode due = Wait.forThe(
                "the follow-up visit",
                () -> first(as("ASREP").get(AFTERSALES + "visits?orderId=" + order)),
                found -> found != null);
        String path = AFTERSALES + "visits/" + id(due);
        Person visitor = company.holder("ASREP", "AFS");
        post(
                as("ASREP"),
                path + "/plan",
                Map.of("on", brief.day().plusDays(2).toString(), "by", visitor.username(), "manner", "PHONE"));
        post(as("ASREP"), path + "/done", Map.of("rating", rating, "opinions", "客户对交付总体满意", "problems", "无"));
        return this;
    }

    /** @param causedBy who is at fault, or null where the complaint is not well-founded */
    public OrderJourney complain(String causedBy) {
        JsonNode ticket = post(
                customerOr(as("ASREP")),
                AFTERSALES + "tickets",
                Map.of(
                        "orderId", order,
                        "kind", "COMPLAINT",
                        "channel", "phone",
                        "urgency", "HIGH",
                        "text", "交付资料与约定不一致，请尽快处理。"));
        String path = AFTERSALES + "tickets/" + id(ticket);
        Api afterSales = as("ASREP");
        post(afterSales, path + "/acknowledge", null);
        post(
                afterSales,
                path + "/assign",
                Map.of(
                        "department",
                        unit,
                        "handler",
                        company.holder("BIZ", unit).username()));
        post(
                as("BIZ"),
                path + "/investigate",
                causedBy == null
                        ? Map.of("wellFounded", false, "cause", "客户对条款理解有误", "remedy", "书面说明")
                        : Map.of("wellFounded", true, "causedBy", causedBy, "cause", "资料核对疏漏", "remedy", "补发资料并致歉"));
        post(afterSales, path + "/propose", Map.of("solution", "补发资料"));
        post(afterSales, path + "/tell", Map.of("how", "电话告知客户处理结果"));
        post(afterSales, path + "/close", Map.of("result", "客户认可处理结果", "customerAnswer", "同意"));
        return this;
    }

    /** What the timeline of the order shows so far, oldest first. */
    public List<String> timeline() {
        return StreamSupport.stream(
                        merchandiser()
                                .get(FULFILLMENT + "orders/" + order + "/timeline?limit=200")
                                .path("items")
                                .spliterator(),
                        false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private boolean isWithinAuthority() {
        BigDecimal amount = new BigDecimal(total.path("amount").asText());
        boolean complex = amount.compareTo(new BigDecimal("100000")) >= 0
                || brief.items().stream().anyMatch(item -> COMPLEX.contains(item.productClass()));
        return switch (brief.orderTaker().level()) {
            case "L1" -> !complex && amount.compareTo(new BigDecimal("50000")) <= 0;
            case "L2" -> amount.compareTo(new BigDecimal("200000")) <= 0;
            default -> false;
        };
    }

    private String approver() {
        BigDecimal amount = new BigDecimal(total.path("amount").asText());
        if (amount.compareTo(new BigDecimal("500000")) <= 0) return "SUPV";
        return amount.compareTo(new BigDecimal("2000000")) <= 0 ? "HEAD" : "LEAD";
    }

    private Api taker() {
        return company.as(brief.orderTaker());
    }

    private Api merchandiser() {
        return company.as(brief.merchandiser());
    }

    private String merchandiserName() {
        return brief.merchandiser().username();
    }

    private Api as(String role) {
        return company.as(company.holder(role, unit));
    }

    private Api customerOr(Api staff) {
        return brief.portalAccount().isEmpty() ? staff : company.as(brief.portalAccount());
    }

    private JsonNode post(Api api, String path, Object body) {
        return post(api, path, "", body);
    }

    private JsonNode post(Api api, String path, String which, Object body) {
        return api.post(path, key(path, which), body);
    }

    private JsonNode put(Api api, String path, Object body) {
        return api.put(path, key(path, ""), body);
    }

    /** The address names the act and the record; the journey's name tells apart what creates records. */
    private String key(String path, String which) {
        return brief.name() + ":" + Integer.toHexString(path.hashCode()) + which;
    }

    private static Map<String, String> money(BigDecimal amount) {
        return Map.of("amount", amount.toPlainString(), "currency", "CNY");
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private static JsonNode first(JsonNode page) {
        return page.path("items").isEmpty() ? null : page.path("items").get(0);
    }
}
