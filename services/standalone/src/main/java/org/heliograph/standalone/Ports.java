package org.heliograph.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The number of each {@link Port}; all are on 127.0.0.1. */
public record Ports(Map<Port, Integer> numbers) {

    /** Above the standard ports. */
    private static final int LOWEST = 19_000;

    /** Linux opens connections from 32768 on, unless told otherwise. */
    private static final int HIGHEST = 32_768;

    private static final int ATTEMPTS = 100;

    public Ports {
        numbers = Map.copyOf(numbers);
        for (Port port : Port.values()) {
            if (!numbers.containsKey(port)) {
                throw new IllegalArgumentException("ports: no number for " + port);
            }
        }
    }

    public static Ports standard() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, port.standard());
        }
        return new Ports(numbers);
    }

    /**
     * Numbers that nobody listened on a moment ago. They lie where the system takes none for connections that it opens,
     * and are taken by chance, so that stacks that start at the same moment hardly ever choose the same.
     */
    public static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Port port : Port.values()) {
                ServerSocket socket = hold();
                held.add(socket);
                numbers.put(port, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }

    private static ServerSocket hold() throws IOException {
        IOException failure = new IOException("no free port was tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return new ServerSocket(
                        ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST), 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                failure = e;
            }
        }
        throw failure;
    }

    public int of(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    public Ports with(Port port, int number) {
        var changed = new EnumMap<Port, Integer>(Port.class);
        changed.putAll(numbers);
        changed.put(port, number);
        return new Ports(changed);
    }

    /** The numbers of all ports of these components. */
    public List<Integer> numbersOf(Set<Component> components) {
        return numbers.keySet().stream()
                .filter(port -> components.contains(port.component()))
                .map(this::of)
                .toList();
    }

    Optional<Port> firstTaken(Set<Component> components) {
        return numbers.keySet().stream()
                .filter(port -> components.contains(port.component()))
                .sorted()
                .filter(port -> taken(of(port)))
                .findFirst();
    }

    /** Whether somebody listens there. */
    static boolean isOpen(int number) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), number)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean taken(int number) {
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
