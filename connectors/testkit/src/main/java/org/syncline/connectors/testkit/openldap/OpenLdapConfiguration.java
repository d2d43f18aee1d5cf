package org.syncline.connectors.testkit.openldap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files an {@link OpenLdapServer} starts from. */
final class OpenLdapConfiguration {
    static final String BASE_DN = "dc=example,dc=test";
    static final String ROOT_DN = "cn=admin," + BASE_DN;
    static final String PASSWORD = "secret";

    private static final String GLOBAL_DIRECTIVES = """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/nis.schema
            include /etc/ldap/schema/inetorgperson.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            moduleload refint
            moduleload syncprov
            moduleload accesslog
            sizelimit unlimited
            threads 4
            """;

    private static final String ACCESS_LOG_DATABASE = """
            database mdb
            suffix cn=accesslog
            directory %s
            maxsize 2147483648
            rootdn %s
            dbnosync
            index default eq
            index objectClass,entryCSN,reqStart,reqResult eq
            """;

    private static final String DIRECTIVES = """
            database mdb
            suffix %s
            directory %s
            maxsize 2147483648
            rootdn %s
            rootpw %s
            dbnosync
            access to attrs=userPassword by anonymous auth by * none
            %s
            access to * by * read
            index objectClass,entryUUID,uid,cn,member,employeeNumber eq
            """;

    private static final String LEAST_RIGHTS = """
            access to dn.exact="ou=people,dc=example,dc=test" attrs=children
             by dn.exact="cn=sync,dc=example,dc=test" write by * read
            access to dn.subtree="ou=people,dc=example,dc=test" attrs=entry,cn,sn,description
             by dn.exact="cn=sync,dc=example,dc=test" write by * read""";

    private static final String CONTAINERS = """
            dn: dc=example,dc=test
            objectClass: organization
            objectClass: dcObject
            o: Example
            dc: example

            dn: ou=people,dc=example,dc=test
            objectClass: organizationalUnit
            ou: people

            dn: ou=groups,dc=example,dc=test
            objectClass: organizationalUnit
            ou: groups
            """;

    private OpenLdapConfiguration() {}

    static Path write(Path folder, List<OpenLdapFeature> features) throws IOException {
        StringBuilder text = new StringBuilder(GLOBAL_DIRECTIVES);
        if (features.contains(OpenLdapFeature.CERTIFICATES)) {
            certificates(folder).make();
            text.append(certificates(folder).directives(ROOT_DN));
        }
        if (features.stream().anyMatch(OpenLdapFeature::keepsLog)) {
            Path log = Files.createDirectory(folder.resolve("log"));
            text.append(ACCESS_LOG_DATABASE.formatted(log, ROOT_DN));
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        String access = features.contains(OpenLdapFeature.LEAST_RIGHTS) ? LEAST_RIGHTS : "";
        text.append(DIRECTIVES.formatted(BASE_DN, data, ROOT_DN, PASSWORD, access));
        features.forEach(feature -> text.append(feature.directives()));
        return Files.writeString(folder.resolve("slapd.conf"), text);
    }

    static OpenLdapCertificates certificates(Path folder) {
        return new OpenLdapCertificates(folder.resolve("certificates"));
    }

    static Path writeContainers(Path folder) throws IOException {
        return Files.writeString(folder.resolve("containers.ldif"), CONTAINERS);
    }
}
