package io.gendan.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.gendan.local.Port;

/** Somebody's mail on the stack's mail server, which lets everybody in. */
final class Mailbox {
    private final int port;
    private final String address;

    Mailbox(WholeSystem system, String address) {
        port = system.stack().port(Port.IMAP);
        this.address = address;
    }

    /** How many messages have come. */
    int size() {
        try (var socket = new Socket("127.0.0.1", port);
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(10_000);
            in.readLine(); // the server's greeting
            command(socket, in, "a1", "LOGIN \"" + address + "\" \"any\"");
            return command(socket, in, "a2", "SELECT INBOX").stream()
                    .filter(line -> line.endsWith(" EXISTS"))
                    .map(line -> line.split(" ")[1])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Socket socket, BufferedReader in, String tag, String command)
            throws IOException {
        socket.getOutputStream().write((tag + " " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        var lines = new ArrayList<String>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (line.startsWith(tag + " ")) return lines;
        }
        throw new IOException("cut off at " + command);
    }
}
