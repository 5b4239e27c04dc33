package io.gendan.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What runs, on which ports: kept in files, so that another launcher knows it too. */
final class Records {
    private final Path folder;
    private final Map<String, Integer> lastPorts = new ConcurrentHashMap<>();

    Records(Path state) {
        this.folder = Disk.folder(state.resolve("run"));
    }

    void add(Running running) {
        lastPorts.put(running.name(), running.port());
        running.write(file(running.name()));
    }

    void forget(String name) {
        find(name).ifPresent(running -> lastPorts.put(name, running.port()));
        Disk.delete(file(name));
    }

    Optional<Running> find(String name) {
        return Running.read(file(name));
    }

    Running require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new StackFailure(Say.in("%s 没有在运行", "%s does not run").formatted(name)));
    }

    Optional<Integer> lastPort(String name) {
        return Optional.ofNullable(lastPorts.get(name));
    }

    List<Running> all() {
        return Disk.files(folder, ".process").stream()
                .flatMap(file -> Running.read(file).stream())
                .toList();
    }

    /** The ports of a stack that runs at least in part; whatever is configured now waits for the next start. */
    Optional<Ports> portsInUse() {
        String text = Disk.readIfPresent(portsFile());
        if (text.isEmpty() || all().stream().noneMatch(Running::isAlive)) return Optional.empty();
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var numbers = new EnumMap<Port, Integer>(Port.class);
        properties.forEach((key, value) -> numbers.put(Port.valueOf((String) key), Integer.valueOf((String) value)));
        return Optional.of(new Ports(numbers));
    }

    void remember(Ports ports) {
        Disk.write(
                portsFile(),
                ports.numbers().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** One launcher at a time starts or stops parts. */
    void locked(Runnable action) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path portsFile() {
        return folder.resolve("ports.properties");
    }

    private Path file(String name) {
        return folder.resolve(name + ".process");
    }
}
