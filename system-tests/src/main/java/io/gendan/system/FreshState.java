package io.gendan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.gendan.local.Stack;
import io.gendan.local.StackOptions;

/** A folder for a stack that begins with nothing; what earlier runs left behind is ended and removed. */
public final class FreshState {
    private FreshState() {}

    public static Path in(Path product, Path parent) {
        try {
            Files.createDirectories(parent);
            for (Path old : children(parent)) {
                Stack.open(StackOptions.isolated(product, old)).down();
                remove(old);
            }
            return Files.createDirectory(parent.resolve(Long.toString(System.currentTimeMillis(), 36)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static void remove(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) Files.deleteIfExists(path);
    }
}
