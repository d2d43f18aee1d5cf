package org.syncline.connectors.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The wire between a driver and a PostgreSQL server: it can be cut when a transaction is committed. */
final class PostgresWire implements AutoCloseable {
    private static final String COMMIT = "COMMIT\0";

    /** What of a commit is lost. */
    enum Loss {
        REQUEST,
        ANSWER
    }

    private final URI server;
    private final ServerSocket entrance;
    private final AtomicInteger commits = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Loss loss;

    /** @param url of the server, as a driver is told it */
    PostgresWire(String url) {
        this.server = URI.create(url.substring("jdbc:".length()));
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The server behind the wire, to a driver that writes out every statement, so that a commit is seen. */
    String url() {
        return "jdbc:" + server.toString().replace(":" + server.getPort(), ":" + entrance.getLocalPort())
                + "&prepareThreshold=0";
    }

    /** @param number of the commit from now on, from 1 */
    void cutAtCommit(int number, Loss what) {
        loss = what;
        commits.set(number);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                AtomicBoolean cut = new AtomicBoolean();
                Thread.ofVirtual().start(() -> carry(client, behind, cut, true));
                Thread.ofVirtual().start(() -> carry(behind, client, cut, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicBoolean cut, boolean isForward) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (isForward && isCutAt(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                    if (loss == Loss.REQUEST) {
                        return;
                    }
                    cut.set(true);
                } else if (!isForward && cut.get()) {
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // the other end learns of it by the sockets that close
        }
    }

    private boolean isCutAt(String sent) {
        return sent.contains(COMMIT) && commits.decrementAndGet() == 0;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
