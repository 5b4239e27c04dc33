package io.gendan.rulebook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static io.gendan.rulebook.KeptInputs.Category.BUSINESS;
import static io.gendan.rulebook.KeptInputs.Category.CUSTOMER;
import static io.gendan.rulebook.KeptInputs.Category.MANAGEMENT;
import static io.gendan.rulebook.KeptInputs.Level.CONFIDENTIAL;
import static io.gendan.rulebook.KeptInputs.Level.INTERNAL;
import static io.gendan.rulebook.KeptInputs.Level.PUBLIC;
import static io.gendan.rulebook.KeptInputs.Level.SECRET;

/**
 * Everything that conditions and findings decide from or rulings keep beside it, by name, with its category and level
 * (SEC-01, SEC-02). What stands here under no level is secret.
 */
public final class KeptInputs {

    public enum Category {
        CUSTOMER,
        BUSINESS,
        TECHNICAL,
        MANAGEMENT
    }

    /** From what everybody may see to what few may. */
    public enum Level {
        PUBLIC,
        INTERNAL,
        CONFIDENTIAL,
        SECRET
    }

    public record Classification(Category category, Level level) {}

    private static final Classification UNDECLARED = new Classification(MANAGEMENT, SECRET);

    private static final Map<String, Classification> DECLARED = declared();

    private KeptInputs() {}

    public static Classification of(String name) {
        return DECLARED.getOrDefault(name, UNDECLARED);
    }

    /** Those of these names that nobody has classified yet. */
    public static Set<String> undeclared(Collection<String> names) {
        Set<String> undeclared = new TreeSet<>(names);
        undeclared.removeAll(DECLARED.keySet());
        return undeclared;
    }

    private static Map<String, Classification> declared() {
        Map<String, Classification> declared = new HashMap<>();
        declare(declared, BUSINESS, PUBLIC, "number", "currency", "profile", "channel", "from", "due", "at", "expires");
        declare(declared, BUSINESS, PUBLIC, "calendar", "regulation");
        declare(
                declared, BUSINESS, INTERNAL, "status", "given", "missing", "met", "failed", "passed", "checked",
                "same");
        declare(declared, BUSINESS, INTERNAL, "required", "effective", "complexity", "productClasses", "differences");
        declare(
                declared,
                BUSINESS,
                INTERNAL,
                "promised",
                "expected",
                "chases",
                "milestones",
                "owned",
                "open",
                "signed");
        declare(
                declared,
                BUSINESS,
                INTERNAL,
                "departures",
                "reviewed",
                "unsigned",
                "daysLate",
                "leaveBy",
                "asked",
                "missed");
        declare(declared, BUSINESS, INTERNAL, "result", "act", "concerned", "textChecksum", "stated", "ordered");
        declare(declared, BUSINESS, CONFIDENTIAL, "amount", "total", "order", "quotation", "sum", "ceiling");
        declare(declared, BUSINESS, CONFIDENTIAL, "together", "split");
        declare(declared, BUSINESS, SECRET, "margin");
        declare(declared, CUSTOMER, CONFIDENTIAL, "customer");
        declare(declared, MANAGEMENT, PUBLIC, "rule", "limit", "minimum", "tolerance", "roles", "failure");
        declare(
                declared,
                MANAGEMENT,
                INTERNAL,
                "by",
                "unit",
                "level",
                "authorized",
                "explained",
                "approves",
                "unlimited",
                "callerRoles");
        declare(declared, MANAGEMENT, INTERNAL, "orderTaker", "approver", "author", "reviewer", "person", "role");
        declare(
                declared,
                MANAGEMENT,
                INTERNAL,
                "part",
                "otherParts",
                "step",
                "clashes",
                "holders",
                "ownUnit",
                "own",
                "told",
                "again");
        declare(declared, MANAGEMENT, INTERNAL, "period", "begins", "ends", "dataUntil", "unread", "signatures");
        declare(declared, MANAGEMENT, INTERNAL, "approvals", "signOffs", "interval", "lastReviewed");
        declare(declared, MANAGEMENT, INTERNAL, "authority", "username", "exclusive", "inducted", "people", "mode");
        declare(declared, MANAGEMENT, INTERNAL, "day", "time", "turn", "window", "outside");
        declare(declared, MANAGEMENT, INTERNAL, "successor", "superior", "standsInFor");
        declare(declared, MANAGEMENT, CONFIDENTIAL, "personalLimit");
        declare(declared, MANAGEMENT, INTERNAL, "notReached", "toldBefore");
        declare(declared, MANAGEMENT, CONFIDENTIAL, "measured", "kpis", "score", "grade");
        return Map.copyOf(declared);
    }

    /** What is classified twice is as confidential as the stricter of both says. */
    private static Classification stricter(Classification one, Classification other) {
        return one.level().compareTo(other.level()) >= 0 ? one : other;
    }

    private static void declare(Map<String, Classification> declared, Category category, Level level, String... names) {
        for (String name : names) declared.merge(name, new Classification(category, level), KeptInputs::stricter);
    }
}
