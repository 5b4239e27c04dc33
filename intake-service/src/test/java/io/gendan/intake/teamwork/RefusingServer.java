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

/** A mail server that refuses at one point: the sender (MAIL), the address (RCPT) or, after its last line (.), the letter. */
class RefusingServer implements AutoCloseable {
    private final String point;
    private final String refusal;
    private final ServerSocket socket;
    private final CountDownLatch refused = new CountDownLatch(1);

    RefusingServer(int port, String point, String refusal) throws IOException {
        this.point = point;
        this.refusal = refusal;
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
                boolean letter = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (letter && !line.equals(".")) continue;
                    letter = line.equals("DATA");
                    out.print(answer(line) + "\r\n");
                    out.flush();
                }
            } catch (IOException _) {
                continue; // the caller hung up, or we did
            }
    }

    private String answer(String line) {
        if (line.startsWith(point)) {
            refused.countDown();
            return refusal;
        }
        if (line.equals("DATA")) return "354 go on";
        return line.startsWith("QUIT") ? "221 bye" : "250 fine";
    }
}
