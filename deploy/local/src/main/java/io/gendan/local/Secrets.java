package io.gendan.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passwords and client secrets of this stack: made once, kept in a file only its owner reads. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final TreeMap<String, String> values = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        var stored = new Properties();
        try {
            if (Files.exists(file)) stored.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stored.stringPropertyNames().forEach(name -> values.put(name, stored.getProperty(name)));
    }

    synchronized String of(String name) {
        String known = values.get(name);
        if (known != null) return known;
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        values.put(name, HexFormat.of().formatHex(bytes));
        Disk.write(
                file,
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        Disk.ownerOnly(file);
        return values.get(name);
    }
}
