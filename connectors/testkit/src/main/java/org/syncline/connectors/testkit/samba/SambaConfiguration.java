package org.syncline.connectors.testkit.samba;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files a {@link SambaServer} starts from. Its ports cannot be chosen, but its address can.
 *
 * @param folder where they lie
 * @param domain such as {@code ad.example.test}
 */
record SambaConfiguration(Path folder, String domain) {
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

    /** In a folder that has been provisioned. */
    void write(String address) throws IOException {
        for (String name : new String[]{"run", "lock", "cache"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createDirectories(certificate().getParent());
        Files.writeString(file(), DIRECTIVES.formatted(domain.toUpperCase(Locale.ROOT), netbios(), HOST, address,
                folder, domain));
    }

    /** The first word of the domain. */
    String netbios() {
        return domain.substring(0, domain.indexOf('.')).toUpperCase(Locale.ROOT);
    }

    String baseDn() {
        return "DC=" + domain.replace(".", ",DC=");
    }

    Path file() {
        return folder.resolve("etc").resolve("smb.conf");
    }

    Path key() {
        return tls("key.pem");
    }

    Path certificate() {
        return tls("cert.pem");
    }

    Path authority() {
        return tls("ca.pem");
    }

    private Path tls(String name) {
        return folder.resolve("private").resolve("tls").resolve(name);
    }
}
