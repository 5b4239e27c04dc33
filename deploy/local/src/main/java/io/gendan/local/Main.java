package io.gendan.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** {@code up | down | status | logs PART}, called by ./gendan with the product's root as first argument. */
public final class Main {
    private static final Logger KAFKA_CLIENT = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) {
        KAFKA_CLIENT.setLevel(Level.SEVERE);
        try {
            run(Path.of(arguments[0]), Arrays.asList(arguments).subList(1, arguments.length));
        } catch (StackFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (UncheckedIOException failure) {
            System.err.println(Say.unreadable(failure.getCause()));
            System.exit(1);
        }
    }

    private static void run(Path product, List<String> arguments) {
        StackOptions options = StackOptions.standard(product, System.getenv());
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (command) {
            case "up" -> up(some(options, rest));
            case "down" -> down(options);
            case "status" -> status(options);
            case "logs" -> logs(options, rest);
            default -> throw new StackFailure("up [PART …] | down | status | logs PART [LINES]");
        }
    }

    private static StackOptions some(StackOptions options, List<String> names) {
        if (names.isEmpty()) return options;
        return options.only(names.stream()
                .map(name -> Part.named(name).orElseThrow(() -> new StackFailure(Say.unknownPart(name))))
                .collect(Collectors.toSet()));
    }

    private static void up(StackOptions options) {
        Stack stack = Stack.open(options, System.out::println);
        try {
            stack.up();
        } catch (StackFailure failure) {
            throw new StackFailure(
                    failure.getMessage()
                            + System.lineSeparator()
                            + Say.in(
                                    "其余部分保持运行:./gendan status 查看,./gendan down 停止。",
                                    "What did start goes on running: see ./gendan status, stop it with ./gendan down."),
                    failure);
        }
        if (options.parts().contains(Part.GATEWAY)) System.out.println(Welcome.text(stack));
    }

    private static void down(StackOptions options) {
        Stack.open(options, System.out::println).down();
        System.out.println(Say.in("已停止。数据保留在 .gendan/。", "Stopped. The data stays in .gendan/."));
    }

    private static void status(StackOptions options) {
        System.out.printf("%-14s %8s %6s %6s %8s%n", "PART", "PID", "PORT", "READY", "RSS MB");
        for (Stack.Status line : Stack.open(options).status()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %8s %6d %6s %8s%n",
                    line.name(),
                    line.pid().map(String::valueOf).orElse("-"),
                    line.port(),
                    line.ready() ? "yes" : "no",
                    line.pid().isPresent() ? line.megabytes() : "-");
        }
    }

    private static void logs(StackOptions options, List<String> arguments) {
        if (arguments.isEmpty()) throw new StackFailure("logs PART [LINES]");
        String name = arguments.getFirst();
        if (Part.named(name.replaceFirst("-\\d+$", "")).isEmpty()) throw new StackFailure(Say.unknownPart(name));
        int lines = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 100;
        Path log = options.log(name);
        Disk.tail(log, lines, 0).forEach(System.out::println);
        System.err.println(log);
    }
}
