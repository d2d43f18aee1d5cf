package org.syncline.connectors.testkit.samba;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files a {@link SambaServer} starts from. Its ports cannot be chosen, but its address can. */
final class SambaConfiguration {
    static final String DOMAIN = "ad.example.test";
    static final String NETBIOS = "ADEX";
    static final String BASE_DN = "DC=ad,DC=example,DC=test";
    static final String HOST = "dc1";

    private static final String DIRECTIVES = """
            [global]
            realm = %1$s
            workgroup = %2$s
            netbios name = %3$s
            server role = active directory domain controller
            server services = ldap
            dcerpc endpoint servers =
            interfaces = %4$s/8
            bind interfaces only = yes
            disable netbios = yes
            prefork children = 2
            private dir = %5$s/private
            lock directory = %5$s/lock
            state directory = %5$s/state
            cache directory = %5$s/cache
            binddns dir = %5$s/bind-dns
            pid directory = %5$s/run
            ncalrpc dir = %5$s/run/ncalrpc
            log file = %5$s/samba.log
            logging = file
            log level = 1
            load printers = no
            printing = bsd
            disable spoolss = yes
            [sysvol]
            path = %5$s/state/sysvol
            [netlogon]
            path = %5$s/state/sysvol/%6$s/scripts
            """;

    private SambaConfiguration() {}

    /** In a folder that has been provisioned. */
    static void write(Path folder, String address) throws IOException {
        for (String name : new String[]{"run", "lock", "cache"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createDirectories(certificate(folder).getParent());
        Files.writeString(file(folder),
                DIRECTIVES.formatted(DOMAIN.toUpperCase(Locale.ROOT), NETBIOS, HOST, address, folder,
                        DOMAIN));
    }

    static Path file(Path folder) {
        return folder.resolve("etc").resolve("smb.conf");
    }

    static Path key(Path folder) {
        return folder.resolve("private").resolve("tls").resolve("key.pem");
    }

    static Path certificate(Path folder) {
        return folder.resolve("private").resolve("tls").resolve("cert.pem");
    }

    static Path authority(Path folder) {
        return folder.resolve("private").resolve("tls").resolve("ca.pem");
    }
}
