package io.gendan.intake.teamwork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail server that knows nobody. */
class RefusingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CountDownLatch refused = new CountDownLatch(1);

    RefusingServer(int port) throws IOException {
        socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    void awaitRefusal() throws InterruptedException {
        assertThat(refused.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed())
            try (var connection = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                    var out = new PrintStream(connection.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 refusing\r\n");
                out.flush();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.print(answer(line) + "\r\n");
                    out.flush();
                }
            } catch (IOException _) {
                continue; // the caller hung up, or we did
            }
    }

    private String answer(String line) {
        if (!line.startsWith("RCPT")) return line.startsWith("QUIT") ? "221 bye" : "250 fine";
        refused.countDown();
        return "550 no such user here";
    }
}
