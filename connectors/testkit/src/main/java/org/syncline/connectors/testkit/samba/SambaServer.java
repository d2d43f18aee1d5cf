package org.syncline.connectors.testkit.samba;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A domain controller of its own, over LDAPS; gone with all its data when the tests end. Provisioning takes some ten seconds, so that
 * all tests of a process share one: each works in an organizational unit of its own.
 */
public final class SambaServer {
    private static final Path SAMBA = Path.of("/usr/sbin/samba");
    private static final String TOOL = "/usr/bin/samba-tool";
    private static final String OPENSSL = "/usr/bin/openssl";
    private static final String PASSWORD = "Passw0rd!Admin";
    private static final int LDAPS = 636;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofMinutes(90);
    private static SambaServer shared;

    private final Path folder;
    private final String address;
    private Process process;

    private SambaServer(Path folder, String address) {
        this.folder = folder;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The server that all tests of this process share. Where Samba is not installed the calling test is skipped, but fails in continuous integration. */
    public static synchronized SambaServer shared() {
        demandInstallation();
        if (shared == null) {
            try {
                shared = provisioned();
                shared.launch();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return shared;
    }

    private static void demandInstallation() {
        if (!Files.isExecutable(SAMBA)) {
            if ("true".equals(System.getenv("CI"))) {
                fail(SAMBA + " is missing: install the packages samba, samba-ad-provision, samba-dsdb-modules,"
                        + " samba-vfs-modules, ldb-tools and openssl");
            }
            assumeTrue(false, () -> SAMBA + " is not installed");
        }
    }

    private static SambaServer provisioned() throws IOException {
        SambaServer server = new SambaServer(Files.createTempDirectory("syncline-samba-"), freeAddress());
        Path folder = server.folder;
        server.run(TOOL, "domain", "provision", "--configfile=/dev/null", "--targetdir=" + folder,
                "--realm=" + SambaConfiguration.DOMAIN, "--domain=" + SambaConfiguration.NETBIOS, "--server-role=dc",
                "--dns-backend=NONE", "--adminpass=" + PASSWORD, "--host-name=" + SambaConfiguration.HOST,
                "--host-ip=127.0.0.1");
        SambaConfiguration.write(folder, server.address);
        server.run(TOOL, "domain", "passwordsettings", "set", "--configfile=" + SambaConfiguration.file(folder), "-H",
                folder.resolve("private").resolve("sam.ldb").toString(), "--min-pwd-age=0", "--history-length=0");
        server.certify();
        return server;
    }

    /** Its own authority vouches for it by its address. */
    private void certify() throws IOException {
        Path key = SambaConfiguration.key(folder);
        run(OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj",
                "/CN=" + SambaConfiguration.HOST + "." + SambaConfiguration.DOMAIN, "-addext",
                "subjectAltName=IP:" + address, "-keyout", key.toString(), "-out",
                SambaConfiguration.certificate(folder).toString());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.copy(SambaConfiguration.certificate(folder), SambaConfiguration.authority(folder),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nobody may listen on its ports there: they cannot be chosen. */
    private static String freeAddress() throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            String candidate = "127.0.0." + ThreadLocalRandom.current().nextInt(2, 255);
            try (ServerSocket socket = new ServerSocket(LDAPS, 1, InetAddress.getByName(candidate))) {
                return socket.getInetAddress().getHostAddress();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("No loopback address has a free port " + LDAPS + "; only root may listen there");
    }

    private void launch() throws IOException {
        process = start(SAMBA.toString(), "-F", "--no-process-group", "--maximum-runtime=" + AT_MOST.toSeconds(), "-s",
                SambaConfiguration.file(folder).toString());
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IOException("samba did not start: " + Files.readString(log()));
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, LDAPS), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String... command) throws IOException {
        try {
            if (start(command).waitFor() != 0) {
                throw new IOException(command[0] + " failed: " + Files.readString(log()));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command[0], interruption);
        }
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    /** Where it listens, such as {@code ldaps://127.0.0.17:636}. */
    public String url() {
        return "ldaps://" + address + ":" + LDAPS;
    }

    /** The address it listens on, which its certificate names. */
    public String address() {
        return address;
    }

    /** Its certificate (PEM), which is to be trusted. */
    public Path certificate() {
        return SambaConfiguration.certificate(folder);
    }

    /** The head of the domain. */
    public String baseDn() {
        return SambaConfiguration.BASE_DN;
    }

    /** The user principal name of who may do everything. */
    public String administrator() {
        return "administrator@" + SambaConfiguration.DOMAIN;
    }

    /** The password of the {@link #administrator}. */
    public String password() {
        return PASSWORD;
    }

    private void stop() {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
            process.destroy();
            try {
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
            all.forEach(ProcessHandle::destroyForcibly);
        }
        deleteFolder();
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
