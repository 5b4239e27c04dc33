package io.gendan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a stack lives and what belongs to it.
 *
 * @param product the root of the source tree, where the programs have been built
 * @param state data, logs and process records of this stack
 * @param shared unpacked distributions and start-up caches, common to all stacks of the product
 * @param ports wanted ports; null for free ones
 * @param password of all demo people
 * @param thorough compile hot code as servers that run for long do; else with the quick compiler alone, which a service
 *     that lives for minutes on few cores gets more from
 */
public record StackOptions(
        Path product,
        Path state,
        Path shared,
        Ports ports,
        Set<Part> parts,
        String password,
        StartupCaches startupCaches,
        boolean thorough) {
    /** What to do with the virtual machine's ahead-of-time caches, one per build of a program. */
    public enum StartupCaches {
        OFF,
        USE,
        /** A program that has none writes one when it is stopped, which takes it some seconds. */
        MAKE
    }

    public StackOptions {
        product = product.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        shared = shared.toAbsolutePath().normalize();
        parts = EnumSet.copyOf(parts);
    }

    /** The one stack of a source tree, on the usual ports or those of GENDAN_PORT_…. */
    public static StackOptions standard(Path product, Map<String, String> environment) {
        Path home = product.resolve(".gendan");
        return new StackOptions(
                product,
                home,
                home.resolve("shared"),
                Ports.configured(environment),
                Part.all(),
                environment.getOrDefault("GENDAN_DEMO_PASSWORD", "gendan-demo"),
                "off".equals(environment.get("GENDAN_STARTUP_CACHES")) ? StartupCaches.OFF : StartupCaches.MAKE,
                false);
    }

    /** A stack of its own on free ports, beside any other. */
    public static StackOptions isolated(Path product, Path state) {
        StackOptions standard = standard(product, System.getenv());
        return new StackOptions(
                product, state, standard.shared, null, Part.all(), standard.password, StartupCaches.USE, false);
    }

    public StackOptions only(Set<Part> some) {
        return new StackOptions(product, state, shared, ports, some, password, startupCaches, thorough);
    }

    public StackOptions with(StartupCaches caches) {
        return new StackOptions(product, state, shared, ports, parts, password, caches, thorough);
    }

    /** As a server that runs for long. */
    public StackOptions asInProduction() {
        return new StackOptions(product, state, shared, ports, parts, password, startupCaches, true);
    }

    List<String> flags(String... flags) {
        var all = new ArrayList<>(List.of(flags));
        if (!thorough) all.add("-XX:TieredStopAtLevel=1");
        return all;
    }

    Path caches() {
        return Disk.folder(shared.resolve("startup"));
    }

    Java.Cache cacheFor(Java java) {
        if (startupCaches == StartupCaches.OFF) return Java.Cache.NONE;
        if (Files.exists(java.cache(caches()))) return Java.Cache.USE;
        return startupCaches == StartupCaches.MAKE ? Java.Cache.MAKE : Java.Cache.NONE;
    }

    Path identity() {
        return product.resolve("deploy/identity");
    }

    Path built() {
        return product.resolve("deploy/local/target");
    }

    Path log(String name) {
        return state.resolve("logs").resolve(name + ".log");
    }
}
