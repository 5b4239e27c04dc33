package io.gendan.rulebook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * The one place that knows CEL. It is loaded with the first expression, not with the rulebook: a company that has written
 * none does not pay for it.
 */
final class CelPrograms {

    private static final int KEPT = 200;

    /** What is nested deeper is not read; what takes more steps over lists, or a larger pattern, fails. */
    private static final int DEEPEST = 32;

    private static final int MOST_STEPS = 1000;
    private static final int LARGEST_PATTERN = 200;

    /** Without map and filter: they make lists, and lists of lists. */
    private static final List<CelStandardMacro> QUESTIONS =
            List.of(CelStandardMacro.HAS, CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE);

    private static final Set<String> JOINING = Set.of("add_string", "add_bytes", "add_list");

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(Expression.LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_STEPS)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .build();

    private static final OpaqueType DECIMAL = OpaqueType.create("decimal");
    private static final String LITERAL = "decimal";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private static final CelRuntime RUNTIME = runtime();

    private record Source(String text, SortedMap<String, VariableType> variables) {}

    private static final Map<Source, Predicate<Map<String, Object>>> COMPILED = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Predicate<Map<String, Object>>> eldest) {
            return size() > KEPT;
        }
    };

    private CelPrograms() {}

    /** @throws ValueFault saying where it is wrong and why */
    static Predicate<Map<String, Object>> compiled(String text, SortedMap<String, VariableType> variables) {
        synchronized (COMPILED) {
            return COMPILED.computeIfAbsent(new Source(text, variables), CelPrograms::compile);
        }
    }

    private static Predicate<Map<String, Object>> compile(Source source) {
        CelCompiler compiler = compiler(source.variables());
        CelAbstractSyntaxTree parsed = tree(compiler.parse(source.text()), "condition-unreadable");
        CelAbstractSyntaxTree checked = tree(compiler.check(parsed), "condition-wrong");
        if (!checked.getResultType().equals(SimpleType.BOOL))
            throw new ValueFault(
                    "condition-not-yes-or-no", checked.getResultType().name());
        checkLiterals(checked);
        checkGrowth(checked);
        try {
            CelRuntime.Program program = RUNTIME.createProgram(checked);
            return values -> holds(program, values);
        } catch (CelEvaluationException unusable) {
            throw new ValueFault("condition-wrong", 1, 1, unusable.getMessage());
        }
    }

    /** So that a slip in a number shows when the expression is written, not when an order is refused for it. */
    private static void checkLiterals(CelAbstractSyntaxTree tree) {
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node ->
                        node.getKind() == Kind.CALL && node.call().function().equals(LITERAL))
                .filter(node -> !isNumber(node.call().args().getFirst()))
                .findFirst()
                .ifPresent(node -> {
                    throw wrong(tree, node.id(), "write decimal(\"0.5\")");
                });
    }

    /** What is joined to itself step after step fills the memory within a few characters; no condition needs it. */
    private static void checkGrowth(CelAbstractSyntaxTree tree) {
        tree.getReferenceMap().entrySet().stream()
                .filter(reference -> reference.getValue().overloadIds().stream().anyMatch(JOINING::contains))
                .findFirst()
                .ifPresent(reference -> {
                    throw wrong(tree, reference.getKey(), "texts and lists cannot be joined");
                });
    }

    private static ValueFault wrong(CelAbstractSyntaxTree tree, long node, String reason) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(node, 0);
        CelSourceLocation place = tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new ValueFault("condition-wrong", place.getLine(), place.getColumn() + 1, reason);
    }

    private static boolean isNumber(CelExpr literal) {
        return literal.getKind() == Kind.CONSTANT
                && NUMBER.matcher(literal.constant().stringValue()).matches();
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result, String fault) {
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            throw new ValueFault(
                    fault,
                    first.getSourceLocation().getLine(),
                    first.getSourceLocation().getColumn() + 1,
                    first.getMessage());
        }
        try {
            return result.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean holds(CelRuntime.Program program, Map<String, Object> values) {
        try {
            return (Boolean) program.eval(values);
        } catch (CelEvaluationException | ArithmeticException failed) {
            throw new ExpressionFailed(failed.getMessage());
        }
    }

    private static CelCompiler compiler(Map<String, VariableType> variables) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardMacros(QUESTIONS)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        LITERAL,
                        CelOverloadDecl.newGlobalOverload("decimal_text", DECIMAL, List.of(SimpleType.STRING))));
        for (Operation operation : Operation.values()) builder.addFunctionDeclarations(operation.declaration());
        variables.forEach((name, type) -> builder.addVar(name, type(type)));
        return builder.build();
    }

    private static CelRuntime runtime() {
        CelRuntimeBuilder builder = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(LIMITS)
                .addFunctionBindings(CelFunctionBinding.from(
                        "decimal_text", String.class, text -> new Decimal(new BigDecimal(text))));
        for (Operation operation : Operation.values()) operation.bindings().forEach(builder::addFunctionBindings);
        return builder.build();
    }

    private static CelType type(VariableType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case BOOLEAN -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case NUMBER, MONEY -> DECIMAL;
        };
    }

    /** What can be done with exact numbers, among themselves and with whole ones. There is no way to a floating one. */
    private enum Operation {
        LESS("_<_", SimpleType.BOOL, (a, b) -> a.compareTo(b) < 0),
        LESS_OR_EQUAL("_<=_", SimpleType.BOOL, (a, b) -> a.compareTo(b) <= 0),
        GREATER("_>_", SimpleType.BOOL, (a, b) -> a.compareTo(b) > 0),
        GREATER_OR_EQUAL("_>=_", SimpleType.BOOL, (a, b) -> a.compareTo(b) >= 0),
        PLUS("_+_", DECIMAL, Decimal::plus),
        MINUS("_-_", DECIMAL, Decimal::minus),
        TIMES("_*_", DECIMAL, Decimal::times);

        private final String operator;
        private final CelType result;
        private final BiFunction<Decimal, Decimal, Object> function;

        Operation(String operator, CelType result, BiFunction<Decimal, Decimal, Object> function) {
            this.operator = operator;
            this.result = result;
            this.function = function;
        }

        CelFunctionDecl declaration() {
            return CelFunctionDecl.newFunctionDeclaration(
                    operator,
                    CelOverloadDecl.newGlobalOverload(id("decimals"), result, List.of(DECIMAL, DECIMAL)),
                    CelOverloadDecl.newGlobalOverload(id("decimal_int"), result, List.of(DECIMAL, SimpleType.INT)),
                    CelOverloadDecl.newGlobalOverload(id("int_decimal"), result, List.of(SimpleType.INT, DECIMAL)));
        }

        List<CelFunctionBinding> bindings() {
            return List.of(
                    CelFunctionBinding.from(id("decimals"), Decimal.class, Decimal.class, function::apply),
                    CelFunctionBinding.from(
                            id("decimal_int"), Decimal.class, Long.class, (a, b) -> function.apply(a, Decimal.of(b))),
                    CelFunctionBinding.from(
                            id("int_decimal"), Long.class, Decimal.class, (a, b) -> function.apply(Decimal.of(a), b)));
        }

        private String id(String operands) {
            return RecordShape.yaml(this) + "_" + operands;
        }
    }
}
