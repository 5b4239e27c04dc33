package io.gendan.local;

import java.nio.file.Path;

/** The source tree under test. */
final class Product {
    static final Path ROOT = Path.of(System.getProperty("gendan.product", "../.."))
            .toAbsolutePath()
            .normalize();

    private Product() {}
}
