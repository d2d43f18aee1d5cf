package org.syncline.platform.app.bench;

import java.util.List;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.connectors.ldap.bench.BareEntry;

/** The directory that is filled. */
public sealed interface Target {

    /** The container that Syncline fills, apart from the one of the floor. */
    String base();

    /** The container that the floor fills. */
    String floorBase();

    /** The settings of the connector, beside its base. */
    String settings();

    /** Reaches it through the library alone. */
    BareDirectory open();

    /** Makes room: a container with one for people and one for groups. */
    static void prepare(BareDirectory directory, String base) {
        directory.add(List.of(container(base)).iterator());
        directory.add(List.of(container("ou=People," + base), container("ou=Groups," + base)).iterator());
    }

    private static BareEntry container(String dn) {
        return BareEntry.of(dn, "organizationalUnit");
    }

    /** The directory inside Syncline; the floor has the library's own. */
    record Embedded() implements Target {
        /** The file with the containers, in the folder of the configuration. */
        static final String START = "start.ldif";

        @Override
        public String base() {
            return "ou=syncline-bench,ou=top";
        }

        @Override
        public String floorBase() {
            return "ou=syncline-bench-floor,ou=top";
        }

        @Override
        public String settings() {
            return setting("server", "embedded:.syncline/directory.ldif") + setting("embedded-start", START);
        }

        @Override
        public BareDirectory open() {
            return BareDirectory.inMemory("ou=top");
        }
    }

    /**
     * A server.
     *
     * @param url such as {@code ldap://localhost:389}
     * @param parent an entry that exists; everything happens below it, and is deleted in the end
     */
    record Server(String url, String bindDn, String password, String parent, int connections) implements Target {
        /** The name of the secret in the connector's settings. */
        static final String SECRET = "bench";

        @Override
        public String base() {
            return "ou=syncline-bench," + parent;
        }

        @Override
        public String floorBase() {
            return "ou=syncline-bench-floor," + parent;
        }

        @Override
        public String settings() {
            return setting("server", url) + setting("bind-dn", bindDn)
                    + "<setting name=\"password\" secret=\"" + SECRET + "\"/>"
                    + setting("connections", String.valueOf(connections));
        }

        @Override
        public BareDirectory open() {
            return BareDirectory.server(url, bindDn, password, connections);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    static String setting(String name, String value) {
        return "<setting name=\"" + name + "\" value=\"" + escape(value) + "\"/>";
    }

    static String escape(String value) {
        return value.replace("%", "%%").replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
