package io.gendan.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacked programs, made once and shared by all stacks of a source tree. */
final class Distributions {
    private static final int EXECUTABLE = 0100;

    private Distributions() {}

    /** Makes a folder whole or not at all, also when two launchers want it at once. */
    static void once(Path folder, Consumer<Path> make) {
        if (Files.exists(folder)) return;
        Path parent = Disk.folder(folder.getParent());
        try (FileChannel channel = FileChannel.open(
                        parent.resolve(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.exists(folder)) return;
            Path unfinished = parent.resolve(folder.getFileName() + ".unfinished");
            Disk.deleteTree(unfinished);
            Disk.folder(unfinished);
            make.accept(unfinished);
            Disk.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unpackTxz(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot make executable: " + target);
                    }
                }
            }
        }
    }

    /** Unpacks a zip without its topmost folder. */
    static void unpackZip(Path archive, Path folder) {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (name.isEmpty()) continue;
                Path target = inside(folder, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) throw new IOException("entry leaves the archive: " + name);
        return target;
    }
}
