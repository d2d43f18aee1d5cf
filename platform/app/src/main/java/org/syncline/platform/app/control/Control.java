package org.syncline.platform.app.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A socket of this machine on which the process that follows a folder answers commands. It lies in a folder that only its user may
 * enter, and whose path is short enough for a socket; {@code .syncline/control} says where.
 */
public final class Control implements AutoCloseable {
    private static final String NOTE = ".syncline/control";

    private final ServerSocketChannel server;
    private final Path socket;
    private final Path note;
    private final Handler handler;

    /** Runs a command. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    private Control(ServerSocketChannel server, Path socket, Path note, Handler handler) {
        this.server = server;
        this.socket = socket;
        this.note = note;
        this.handler = handler;
    }

    /** Answers commands on a folder until it is closed. */
    public static Control open(Path folder, Handler handler) throws IOException {
        Path socket = Files.createTempDirectory("syncline").resolve("control");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Path note = Files.writeString(folder.resolve(NOTE), socket.toString());
        Control control = new Control(server, socket, note, handler);
        Thread.ofPlatform().name("control").daemon().start(control::serve);
        return control;
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                Request request = Request.read(Channels.newInputStream(client));
                handler.answer(request).write(Channels.newOutputStream(client));
            } catch (AsynchronousCloseException closed) {
                return;
            } catch (IOException | RuntimeException brokenOff) {
                // whoever asked sees that no answer comes; the next one may get one
            }
        }
    }

    /** Lets the process that follows a folder run a command; empty if there is none. */
    public static Optional<Answer> ask(Path folder, Request request) throws IOException {
        Path note = folder.resolve(NOTE);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(Files.readString(note).strip()))) {
            request.write(Channels.newOutputStream(server));
            return Optional.of(Answer.read(Channels.newInputStream(server)));
        } catch (ClosedChannelException stopped) {
            throw stopped;
        } catch (java.net.SocketException processIsGone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (server) {
            Files.deleteIfExists(note);
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (IOException leftBehind) {
            // a note without a socket behind it is taken for none
        }
    }
}
