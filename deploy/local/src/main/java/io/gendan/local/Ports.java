package io.gendan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which port each listener gets. */
public record Ports(Map<Port, Integer> numbers) {
    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The defaults, changed by GENDAN_PORT_… variables. */
    static Ports configured(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, number(port, environment.get(port.variable())));
        }
        return new Ports(numbers);
    }

    /** Ports nobody listens on now. */
    static Ports free() {
        List<Integer> found = free(Port.values().length);
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, found.get(port.ordinal()));
        }
        return new Ports(numbers);
    }

    static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, loopback()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    /** Refuses, naming port, part and variable, if something else listens where one of these parts would. */
    void requireFree(Collection<Part> parts) {
        var taken = new ArrayList<String>();
        for (Part part : parts) {
            for (Port port : part.ports()) {
                if (!isFree(of(port))) taken.add(Say.portTaken(of(port), part.title(), port.variable()));
            }
        }
        if (!taken.isEmpty()) throw new StackFailure(String.join(System.lineSeparator(), taken));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private static int number(Port port, String text) {
        if (text == null || text.isBlank()) return port.standard();
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0 && number < 65536) return number;
        } catch (NumberFormatException e) {
            throw new StackFailure(Say.badPort(port.variable(), text), e);
        }
        throw new StackFailure(Say.badPort(port.variable(), text));
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
