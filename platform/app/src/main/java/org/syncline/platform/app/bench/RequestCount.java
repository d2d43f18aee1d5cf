package org.syncline.platform.app.bench;

import org.syncline.connectors.ldap.bench.BareDirectory;

/** Counts what a directory server is asked to do, connecting included, as far as the server tells. */
final class RequestCount implements AutoCloseable {
    private final BareDirectory server;

    private RequestCount(BareDirectory server) {
        this.server = server;
    }

    static RequestCount of(Target target) {
        return new RequestCount(target instanceof Target.Server ? target.open() : null);
    }

    /** How many so far, this question included; null where nobody tells. */
    Long soFar() {
        return server == null ? null : server.operations();
    }

    /** How many since, this question not included; null where nobody tells. */
    Long since(Long before) {
        return before == null ? null : Long.valueOf(soFar() - before - 1);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
