package org.syncline.examples;

import java.util.HashMap;
import java.util.Map;
import org.syncline.connectors.testkit.postgresql.PostgresServer;

/** A store on the PostgreSQL server of the tests, in a schema of its own. */
record PostgresStore(PostgresServer server, String url) {

    /** Skips the test where no server starts. */
    static PostgresStore create() {
        PostgresServer server = PostgresServer.shared();
        return new PostgresStore(server, server.newSchema());
    }

    /** Lets a configuration keep its store here; the password is the secret {@code store}. */
    PostgresStore replaceEmbeddedOf(ConfigurationFolder folder) {
        folder.replace("syncline.xml", "<metaverse>",
                "<store url=\"%s\" user=\"%s\" secret=\"store\"/>\n  <metaverse>".formatted(url, server.user()));
        return this;
    }

    String schema() {
        return url.substring(url.indexOf('=') + 1);
    }

    Map<String, String> environment() {
        return environment(server.password());
    }

    Map<String, String> environment(String password) {
        return Map.of("SYNCLINE_SECRET_STORE", password);
    }

    /** The program with what it must know of this store, and more. */
    Launcher launcher(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(environment());
        return new Launcher(environment);
    }
}
