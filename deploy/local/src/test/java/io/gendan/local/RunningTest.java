package io.gendan.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunningTest {
    @TempDir
    Path folder;

    @Test
    void aProcessIsRecognizedAgainFromItsFile() {
        Path file = folder.resolve("me.process");
        Running.of("me", ProcessHandle.current(), 4711).write(file);

        Running found = Running.read(file).orElseThrow();

        assertThat(found.isAlive()).isTrue();
        assertThat(found.port()).isEqualTo(4711);
    }

    @Test
    void aForeignProcessWithTheSameNumberIsNotOurs() {
        Running me = Running.of("me", ProcessHandle.current(), 0);
        var before = new Running("me", me.pid(), me.started().minus(Duration.ofMinutes(1)), 0);

        assertThat(before.isAlive()).isFalse();
        assertThat(before.process()).isEmpty();
    }

    @Test
    void aProcessThatHasEndedIsNotAlive() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Running running = Running.of("sleeper", process.toHandle(), 0);
        assertThat(running.isAlive()).isTrue();

        Processes.end(process.toHandle(), "TERM", Duration.ofSeconds(5));

        assertThat(running.isAlive()).isFalse();
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void noFileMeansNoProcess() {
        assertThat(Running.read(folder.resolve("nothing.process"))).isEmpty();
    }
}
