package io.gendan.performance.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.gendan.core.act.Acts;
import io.gendan.core.http.Language;
import io.gendan.core.problem.Problem;
import io.gendan.core.ruling.Rules;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Page;
import io.gendan.rulebook.Clause;
import io.gendan.rulebook.Parameter;
import io.gendan.rulebook.Regulation;
import io.gendan.rulebook.RuleVersion;
import io.gendan.rulebook.Rulebook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@RolesAllowed(Roles.OF_STAFF)
@Tag(
        name = "rules",
        description = "Regulations, their clauses, and the rules by which they are enforced (SUP-13, SUP-18)")
class RuleResource {
    /** @param title in the caller's language, like every text here */
    record RegulationView(String id, String title, int version, Instant effectiveFrom, List<ClauseView> clauses) {}

    /** @param rules keys of the rules that enforce it */
    record ClauseView(String citation, String text, List<String> rules) {}

    /**
     * A rule with all its versions.
     *
     * @param clause citation of the clause it enforces
     * @param effect what it does to an act: refuse, require-approval, set-deadline, mark, queue, propose-sanction, compute
     * @param requirements rows of the requirements catalogue
     * @param parameters what may be set in it
     * @param versions newest first
     */
    record RuleView(
            String key,
            String clause,
            String clauseText,
            String effect,
            Set<String> requirements,
            List<Parameter> parameters,
            List<VersionView> versions) {}

    /**
     * @param profile whom it is for, with {@code unit}: one of them, or neither for the company
     * @param values the parameters as regulations write them
     * @param inForce whether it governs its scope now
     */
    record VersionView(
            int number,
            String profile,
            String unit,
            @Schema(implementation = Object.class) JsonNode values,
            Instant effectiveFrom,
            boolean inForce) {}

    @Inject
    Rules rules;

    @Inject
    Acts acts;

    @Context
    HttpHeaders headers;

    @GET
    @Path("regulations")
    @Operation(summary = "All regulations with their clauses and the rules that enforce them, on one page")
    public Page<RegulationView> regulations() {
        var rulebook = rules.current();
        return new Page<>(
                rulebook.regulations().stream()
                        .map(regulation -> view(regulation, rulebook))
                        .toList(),
                null);
    }

    @GET
    @Path("regulations/{id}")
    @Operation(summary = "One regulation")
    public RegulationView regulation(String id) {
        var rulebook = rules.current();
        return rulebook.regulations().stream()
                .filter(regulation -> regulation.id().equals(id))
                .findFirst()
                .map(regulation -> view(regulation, rulebook))
                .orElseThrow(() -> new Problem.NotFound("regulation", id));
    }

    @GET
    @Path("rules")
    @Operation(
            summary = "All rules by key, on one page",
            description = "requirement: those that serve one row of the requirements catalogue, such as INT-17")
    public Page<RuleView> list(@QueryParam("regulation") String regulation, @QueryParam("requirement") String row) {
        var rulebook = rules.current();
        var keys = new TreeSet<String>();
        for (RuleVersion<?> version : rulebook.versions())
            if ((regulation == null || version.clause().regulation().equals(regulation))
                    && (row == null || version.requirements().contains(row))) keys.add(version.key());
        return new Page<>(keys.stream().map(key -> view(key, rulebook)).toList(), null);
    }

    @GET
    @Path("rules/{key}")
    @Operation(summary = "One rule with its clause, its parameters and all its versions")
    public RuleView read(String key) {
        return view(key, rules.current());
    }

    private RegulationView view(Regulation regulation, Rulebook rulebook) {
        var clauses = regulation.clauses().stream()
                .map(clause -> new ClauseView(clause.citation(), clause.text(language()), keysOf(clause, rulebook)))
                .toList();
        return new RegulationView(
                regulation.id(),
                regulation.title(language()),
                regulation.version(),
                regulation.effectiveFrom(),
                clauses);
    }

    private static List<String> keysOf(Clause clause, Rulebook rulebook) {
        return rulebook.versions().stream()
                .filter(version -> version.clause().equals(clause))
                .map(RuleVersion::key)
                .distinct()
                .sorted()
                .toList();
    }

    private RuleView view(String key, Rulebook rulebook) {
        Instant now = acts.ofSystem().at();
        List<RuleVersion<?>> versions = rulebook.versions().stream()
                .filter(version -> version.key().equals(key))
                .sorted(Comparator.<RuleVersion<?>, Integer>comparing(RuleVersion::version)
                        .thenComparing(RuleVersion::effectiveFrom)
                        .reversed())
                .toList();
        if (versions.isEmpty()) throw new Problem.NotFound("rule", key);
        RuleVersion<?> newest = versions.getFirst();
        return new RuleView(
                key,
                newest.clause().citation(),
                newest.clause().text(language()),
                newest.effect().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new TreeSet<>(newest.requirements()),
                rulebook.parameters(key),
                versions.stream()
                        .map(version -> new VersionView(
                                version.version(),
                                version.scope().profile(),
                                version.scope().unit(),
                                version.values(),
                                version.effectiveFrom(),
                                governs(version, rulebook, now)))
                        .toList());
    }

    private static boolean governs(RuleVersion<?> version, Rulebook rulebook, Instant now) {
        return !version.effectiveFrom().isAfter(now)
                && rulebook.inForce(version.key(), version.scope(), now)
                        .filter(found -> found == version)
                        .isPresent();
    }

    private Locale language() {
        return Language.of(headers);
    }
}
