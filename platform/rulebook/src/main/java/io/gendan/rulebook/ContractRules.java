package io.gendan.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on drawing up, signing, sealing and archiving contracts. */
public final class ContractRules {

    public static final Rule<Checklist> MANDATORY_CLAUSES = Rule.of("contract.mandatory-clauses", Checklist.class);
    public static final Rule<Drafters> DRAFTERS = Rule.of("contract.drafters", Drafters.class);

    /** Terms that come from the order; where the text differs, every reviewer is shown it. */
    public static final Rule<OrderMatch> ORDER_MATCH = Rule.of("contract.order-match", OrderMatch.class);

    public static final Rule<Limit> LEGAL_LIMIT = Rule.of("contract.legal.limit", Limit.class);

    /** Who signs off after legal, in this order. */
    public static final Rule<SignOff> SIGNOFF = Rule.of("contract.signoff", SignOff.class);

    /** How long one of those who sign off may take. */
    public static final Rule<Limit> SIGNOFF_LIMIT = Rule.of("contract.signoff.limit", Limit.class);

    /** Drafter, legal reviewer and approvers of one contract are different people. */
    public static final Rule<Separation> SEPARATION = Rule.of("contract.separation", Separation.class);

    public static final Rule<SealUse> SEAL = Rule.of("contract.seal", SealUse.class);
    public static final Rule<Effectiveness> EFFECT = Rule.of("contract.effect", Effectiveness.class);
    public static final Rule<Limit> ARCHIVE = Rule.of("contract.archive.limit", Limit.class);

    public static final Condition<Drafters> DRAFTED_BY_RIGHT =
            Condition.of("contract-drafter-not-allowed", Drafters.class, (p, f) -> f.texts("callerRoles").stream()
                    .anyMatch(p.roles()::contains));
    public static final Condition<Checklist> CLAUSES_THERE =
            Condition.of("contract-clauses-missing", Checklist.class, (p, f) -> p.missing(f.texts("given"))
                    .isEmpty());
    public static final Condition<SignOff> OWN_STEP =
            Condition.of("contract-not-your-step", SignOff.class, (p, f) -> f.texts("callerRoles")
                    .contains(f.text("role")));
    public static final Condition<Separation> PARTS_APART = Condition.of(
            "contract-parts-clash", Separation.class, (p, f) -> p.clashes(f.text("part"), f.texts("otherParts"))
                    .isEmpty());
    public static final Condition<SealUse> READY_FOR_SEAL = Condition.of(
            "contract-not-ready-for-seal", SealUse.class, (p, f) -> p.missing(f).isEmpty());
    public static final Condition<Effectiveness> SIGNED_BY_BOTH =
            Condition.of("contract-not-signed-by-both", Effectiveness.class, (p, f) -> p.missing(f.texts("given"))
                    .isEmpty());

    public static final Finding<OrderMatch> DIFFERENCES = Finding.marking(
            "contract-differs-from-order",
            OrderMatch.class,
            (p, f) -> Map.of("differences", p.among(f.texts("departures"))));

    private ContractRules() {}

    public record Drafters(Set<String> roles) {
        public Drafters {
            Check.notEmpty("roles", roles);
        }
    }

    public record OrderMatch(List<String> terms) {
        public OrderMatch {
            Check.notEmpty("terms", terms);
        }

        /** Those of the terms that the rule compares, in its order. */
        public List<String> among(Collection<String> departures) {
            return terms.stream().filter(departures::contains).toList();
        }
    }

    public record SignOff(List<String> sequence) {
        public SignOff {
            Check.notEmpty("sequence", sequence);
        }
    }

    /** What must be there, for exactly the text to be sealed, before a seal is used. */
    public record SealUse(boolean legalReview, boolean signOff, boolean sameText) {
        /** What lacks by the facts {@code reviewed}, {@code unsigned} and {@code same}. */
        public List<String> missing(Facts facts) {
            var missing = new ArrayList<String>();
            if (legalReview && !facts.flag("reviewed")) missing.add("LEGAL_REVIEW");
            if (signOff) missing.addAll(facts.texts("unsigned"));
            if (sameText && !facts.flag("same")) missing.add("same-text");
            return missing;
        }
    }

    /** What must be under a contract, beside our own seal, for it to take effect. */
    public record Effectiveness(boolean signedByBoth, boolean sealedByBoth) {
        public static final String OUR_SIGNATURE = "our-signature";
        public static final String CUSTOMER_SIGNATURE = "customer-signature";
        public static final String CUSTOMER_SEAL = "customer-seal";

        /** What is not among those given. */
        public List<String> missing(Collection<String> given) {
            var needed = new ArrayList<String>();
            if (signedByBoth) needed.addAll(List.of(OUR_SIGNATURE, CUSTOMER_SIGNATURE));
            if (sealedByBoth) needed.add(CUSTOMER_SEAL);
            needed.removeAll(given);
            return needed;
        }
    }
}
