package io.gendan.system.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.gendan.local.Stack;
import io.gendan.local.StackOptions;

/**
 * {@code ./gendan demo}: walks every row of the input files through the running product as the people concerned, shows
 * where the orders are and how the staff scored, and checks both against the input. Exits with 0 only if all of it
 * agrees and no event is left behind. Running it again on the same stack repeats every act under its old key, so that
 * nothing happens twice and a demo that was interrupted goes on.
 */
public final class Demo {
    private Demo() {}

    public static void main(String... arguments) throws Exception {
        Path product = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        Map<String, String> environment = System.getenv();
        var stack = Stack.open(StackOptions.standard(product, environment));
        long begun = System.nanoTime();
        boolean agrees = new DemoRun(stack, product).run();
        System.out.printf(
                "%s (%d s)%n",
                agrees ? "演示完成：全部一致 / demo done: everything agrees" : "演示未通过 / demo failed",
                TimeUnit.SECONDS.convert(Duration.ofNanos(System.nanoTime() - begun)));
        System.exit(agrees ? 0 : 1);
    }
}
