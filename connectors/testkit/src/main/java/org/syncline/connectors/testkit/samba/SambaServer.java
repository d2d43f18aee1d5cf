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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A domain controller of its own, over LDAPS; gone with all its data when the tests end. Provisioning takes some ten seconds, so that
 * all tests of a process share one for each domain: each works in an organizational unit of its own.
 */
public final class SambaServer {
    private static final Path SAMBA = Path.of("/usr/sbin/samba");
    private static final String TOOL = "/usr/bin/samba-tool";
    private static final String LDBMODIFY = "/usr/bin/ldbmodify";
    private static final String OPENSSL = "/usr/bin/openssl";
    private static final String PASSWORD = "Passw0rd!Admin";
    private static final int LDAPS = 636;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofMinutes(90);
    private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();
    private static final Map<String, SambaServer> SHARED = new ConcurrentHashMap<>();

    private final SambaConfiguration configuration;
    private final Path folder;
    private final String address;
    private Process process;

    private SambaServer(SambaConfiguration configuration, String address) {
        this.configuration = configuration;
        this.folder = configuration.folder();
        this.address = address;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The server that all tests of this process share. Where Samba is not installed the calling test is skipped, but fails in continuous integration. */
    public static SambaServer shared() {
        return shared("ad.example.test");
    }

    /** The same for a domain of this name, the head of a forest of its own. Several can be made ready at once. */
    public static SambaServer shared(String domain) {
        demandInstallation();
        return SHARED.computeIfAbsent(domain, SambaServer::launched);
    }

    private static SambaServer launched(String domain) {
        try {
            SambaServer server = provisioned(domain);
            server.launch();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    private static SambaServer provisioned(String domain) throws IOException {
        Path folder = Files.createTempDirectory("syncline-samba-");
        SambaServer server = new SambaServer(new SambaConfiguration(folder, domain), freeAddress());
        server.run(TOOL, "domain", "provision", "--configfile=/dev/null", "--targetdir=" + folder,
                "--realm=" + domain, "--domain=" + server.configuration.netbios(), "--server-role=dc",
                "--dns-backend=NONE", "--adminpass=" + PASSWORD, "--host-name=" + SambaConfiguration.HOST,
                "--host-ip=127.0.0.1");
        server.configuration.write(server.address);
        server.administer("domain", "passwordsettings", "set", "--min-pwd-age=0", "--history-length=0");
        server.certify();
        return server;
    }

    /**
     * Runs {@code samba-tool} as who may do everything.
     *
     * @param command with its options, but without the place of the database
     */
    public void administer(String... command) {
        try {
            run(Stream.of(Stream.of(TOOL), Arrays.stream(command), database())
                    .flatMap(Function.identity())
                    .toArray(String[]::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<String> database() {
        return Stream.of("--configfile=" + configuration.file(), "-H",
                folder.resolve("private").resolve("sam.ldb").toString());
    }

    /**
     * Replaces the security descriptor of an object, also of one that is only shown with the deleted ones.
     *
     * @param descriptor in the security descriptor definition language
     */
    public void secure(String dn, String descriptor) {
        try {
            Path change = Files.writeString(folder.resolve("security.ldif"), """
                    dn: %s
                    changetype: modify
                    replace: nTSecurityDescriptor
                    nTSecurityDescriptor: %s
                    """.formatted(dn, descriptor));
            run(Stream.of(Stream.of(LDBMODIFY, "--show-deleted"), database(), Stream.of(change.toString()))
                    .flatMap(Function.identity()).toArray(String[]::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its own authority vouches for it by its address. */
    private void certify() throws IOException {
        Path key = configuration.key();
        run(OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj",
                "/CN=" + SambaConfiguration.HOST + "." + configuration.domain(), "-addext",
                "subjectAltName=IP:" + address, "-keyout", key.toString(), "-out",
                configuration.certificate().toString());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.copy(configuration.certificate(), configuration.authority(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nobody may listen on its ports there: they cannot be chosen. */
    private static String freeAddress() throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            String candidate = "127.0.0." + ThreadLocalRandom.current().nextInt(2, 255);
            if (!ADDRESSES.add(candidate)) {
                continue;
            }
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
                configuration.file().toString());
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
        return configuration.certificate();
    }

    /** The name of its domain, such as {@code ad.example.test}. */
    public String domain() {
        return configuration.domain();
    }

    /** The head of the domain. */
    public String baseDn() {
        return configuration.baseDn();
    }

    /** The user principal name of who may do everything. */
    public String administrator() {
        return "administrator@" + configuration.domain();
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
