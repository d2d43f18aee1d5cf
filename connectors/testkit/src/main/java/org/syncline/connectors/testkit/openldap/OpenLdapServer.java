package org.syncline.connectors.testkit.openldap;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * An OpenLDAP server of its own with a base entry and the containers {@code ou=people} and {@code ou=groups}; gone with all its data
 * when it is closed or the tests end. It doesn't wait for the disk.
 */
public final class OpenLdapServer implements AutoCloseable {
    private static final Path SLAPD = Path.of("/usr/sbin/slapd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private Process process;
    private final Thread atTheLatest = new Thread(this::stop);

    private OpenLdapServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(atTheLatest);
    }

    /**
     * Starts a server. Where OpenLDAP is not installed the calling test is skipped, but fails in continuous integration.
     *
     * @param features beyond what every directory does
     */
    public static OpenLdapServer start(OpenLdapFeature... features) {
        demandInstallation();
        try {
            Path folder = Files.createTempDirectory("syncline-slapd-");
            int port = freePort();
            Path configuration = OpenLdapConfiguration.write(folder, List.of(features));
            run(folder, "/usr/sbin/slapadd", "-q", "-f", configuration.toString(), "-b", OpenLdapConfiguration.BASE_DN,
                    "-l", OpenLdapConfiguration.writeContainers(folder).toString());
            OpenLdapServer server = new OpenLdapServer(folder, port, slapd(folder, port));
            server.awaitReadiness();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Process slapd(Path folder, int port) throws IOException {
        return process(folder, SLAPD.toString(), "-d", "0", "-f", folder.resolve("slapd.conf").toString(), "-h",
                "ldap://127.0.0.1:" + port + "/");
    }

    /** The certificate by which clients trust it; needs {@link OpenLdapFeature#CERTIFICATES}. */
    public Path certificate() {
        return certificates().serverCertificate();
    }

    /** PKCS #12 file of a client whom the server takes for {@link #rootDn}; needs {@link OpenLdapFeature#CERTIFICATES}. */
    public Path clientKeyStore() {
        return certificates().clientKeyStore();
    }

    /** The password of {@link #clientKeyStore}. */
    public String clientKeyStorePassword() {
        return OpenLdapCertificates.PASSWORD;
    }

    private OpenLdapCertificates certificates() {
        return OpenLdapConfiguration.certificates(folder);
    }

    private static void demandInstallation() {
        if (!Files.isExecutable(SLAPD)) {
            if ("true".equals(System.getenv("CI"))) {
                fail(SLAPD + " is missing: install the packages slapd and ldap-utils");
            }
            assumeTrue(false, () -> SLAPD + " is not installed");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void run(Path folder, String... command) throws IOException {
        Process process = process(folder, command);
        if (join(process) != 0) {
            throw new IOException(command[0] + " failed: " + Files.readString(log(folder)));
        }
    }

    private static Process process(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static Path log(Path folder) {
        return folder.resolve("slapd.log");
    }

    private static int join(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + process, interruption);
        }
    }

    private void awaitReadiness() throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                String said = Files.readString(log(folder));
                close();
                throw new IOException("slapd did not start: " + said);
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens, such as {@code ldap://127.0.0.1:38123}. */
    public String url() {
        return "ldap://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public String baseDn() {
        return OpenLdapConfiguration.BASE_DN;
    }

    /** Who may do everything. */
    public String rootDn() {
        return OpenLdapConfiguration.ROOT_DN;
    }

    /** The password of {@link #rootDn}. */
    public String password() {
        return OpenLdapConfiguration.PASSWORD;
    }

    /** Stops the server as a crash would: at once, in the midst of what it does. */
    public void kill() {
        process.destroyForcibly();
        join(process);
    }

    /** Kills the server, if it runs, and starts it again with its data, at the same address. */
    public void restart() {
        kill();
        try {
            process = slapd(folder, port);
            awaitReadiness();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void stop() {
        process.destroyForcibly();
        join(process);
        deleteFolder();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atTheLatest);
    }

    private void deleteFolder() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
