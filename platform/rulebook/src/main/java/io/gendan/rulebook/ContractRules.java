package io.gendan.rulebook;

import java.util.List;
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
    public static final Condition<Separation> PARTS_APART = Condition.ofThisVersion(
            "contract-parts-clash", Separation.class, f -> f.texts("clashes").isEmpty());
    public static final Condition<SealUse> READY_FOR_SEAL =
            Condition.ofThisVersion("contract-not-ready-for-seal", SealUse.class, f -> f.texts("missing")
                    .isEmpty());
    public static final Condition<Effectiveness> SIGNED_BY_BOTH =
            Condition.ofThisVersion("contract-not-signed-by-both", Effectiveness.class, f -> f.texts("missing")
                    .isEmpty());

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
    }

    public record SignOff(List<String> sequence) {
        public SignOff {
            Check.notEmpty("sequence", sequence);
        }
    }

    /** What must be there, for exactly the text to be sealed, before a seal is used. */
    public record SealUse(boolean legalReview, boolean signOff, boolean sameText) {}

    public record Effectiveness(boolean signedByBoth, boolean sealedByBoth) {}
}
