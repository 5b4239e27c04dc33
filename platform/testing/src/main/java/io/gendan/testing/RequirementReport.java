package io.gendan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes {@code target/requirements.csv}: which requirement is proved by which test that has run and passed. */
public class RequirementReport implements TestExecutionListener {
    private final Set<String> lines = new ConcurrentSkipListSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) return;
        if (!(test.getSource().orElse(null) instanceof MethodSource source)) return;
        for (String id : requirements(source))
            lines.add(id + "," + source.getClassName() + "," + source.getMethodName());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (lines.isEmpty()) return;
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Files.write(target.resolve("requirements.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name: under Quarkus the test class of the plan and the class that ran are loaded by different loaders. */
    private static Set<String> requirements(MethodSource source) {
        var ids = new TreeSet<String>();
        collect(source.getJavaClass(), ids);
        collect(source.getJavaMethod(), ids);
        return ids;
    }

    private static void collect(AnnotatedElement element, Set<String> ids) {
        for (var annotation : element.getAnnotations())
            if (annotation.annotationType().getName().equals(Requirement.class.getName()))
                try {
                    ids.addAll(Set.of((String[])
                            annotation.annotationType().getMethod("value").invoke(annotation)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
    }
}
