package io.gendan.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The rule files on the class path. Each archive lists its own in {@code rulebook/index.txt}, because a class path
 * cannot be searched for names in every kind of archive and native image.
 */
final class RuleFiles {

    private static final String INDEX = "rulebook/index.txt";

    private RuleFiles() {}

    /** Name of each file and its text, in the order of the indexes. */
    static SequencedMap<String, String> onClassPath() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        try {
            for (URL index : Collections.list(RuleFiles.class.getClassLoader().getResources(INDEX))) {
                for (String name : lines(text(index))) {
                    files.put(
                            name,
                            text(URI.create(index.toString().replace("index.txt", name))
                                    .toURL()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A rule file that " + INDEX + " lists cannot be read", e);
        }
        return files;
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
