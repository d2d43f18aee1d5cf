package org.syncline.connectors.testkit.network;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The wire between a client and an LDAP server on this machine: it can be cut, or slow, in the place of an answer. */
public final class LdapWire implements AutoCloseable {
    private static final int LONG_FORM = 0x80;

    private final int server;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Fault> next = new AtomicReference<>();

    /** A request that changes something, by its tag (RFC 4511, section 4.2 and following). */
    public enum Request {
        MODIFY(0x66),
        ADD(0x68),
        DELETE(0x4a),
        RENAME(0x6c);

        private final int tag;

        Request(int tag) {
            this.tag = tag;
        }
    }

    /** @param delay of the answer; null if it never arrives */
    private record Fault(Request request, Duration delay) {}

    private LdapWire(int server, ServerSocket entrance) {
        this.server = server;
        this.entrance = entrance;
    }

    /** A wire to the server that listens on a port. */
    public static LdapWire to(int server) {
        try {
            LdapWire wire = new LdapWire(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a client connects to. */
    public String url() {
        return "ldap://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Lets the server carry out the next request of this kind, and breaks the connection in the place of the answer. */
    public void cutAnswerTo(Request request) {
        next.set(new Fault(request, null));
    }

    /** Lets the answer to the next request of this kind arrive late. */
    public void delayAnswerTo(Request request, Duration delay) {
        next.set(new Fault(request, delay));
    }

    /** Whether the fault that was asked for has shown. */
    public boolean hasFailed() {
        return next.get() == null;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(behind);
                AtomicReference<Fault> fault = new AtomicReference<>();
                Thread.ofVirtual().start(() -> carry(client, behind, () -> forward(client, behind, fault)));
                Thread.ofVirtual().start(() -> carry(client, behind, () -> backward(client, behind, fault)));
            } catch (IOException refused) {
                continue;
            }
        }
    }

    private interface Direction {
        void carry() throws IOException;
    }

    private void carry(Socket client, Socket behind, Direction direction) {
        try (client; behind) {
            direction.carry();
        } catch (IOException broken) {
            sockets.remove(client);
            sockets.remove(behind);
        }
    }

    private void forward(Socket client, Socket behind, AtomicReference<Fault> fault) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = behind.getOutputStream();
        while (true) {
            byte[] message = message(in);
            Fault asked = next.get();
            if (asked != null && asked.request().tag == tag(message) && next.compareAndSet(asked, null)) {
                fault.set(asked);
            }
            out.write(message);
            out.flush();
        }
    }

    private static void backward(Socket client, Socket behind, AtomicReference<Fault> fault) throws IOException {
        InputStream in = behind.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            Fault shown = fault.getAndSet(null);
            if (shown != null && shown.delay() == null) {
                return;
            }
            if (shown != null) {
                pause(shown.delay());
            }
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interruption) {
            throw new IOException(interruption);
        }
    }

    /** One whole message, as it came. */
    private static byte[] message(DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(in.readUnsignedByte());
        int length = in.readUnsignedByte();
        message.write(length);
        if (length >= LONG_FORM) {
            int bytes = length - LONG_FORM;
            length = 0;
            for (int at = 0; at < bytes; at++) {
                int next = in.readUnsignedByte();
                message.write(next);
                length = length << 8 | next;
            }
        }
        message.write(in.readNBytes(length));
        return message.toByteArray();
    }

    /** What follows the number of the message. */
    private static int tag(byte[] message) {
        int number = 2 + (Byte.toUnsignedInt(message[1]) >= LONG_FORM ? Byte.toUnsignedInt(message[1]) - LONG_FORM : 0);
        return Byte.toUnsignedInt(message[number + 2 + message[number + 1]]);
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
