package org.syncline.platform.engine.connection;

import java.util.Optional;

/** Where secrets come from. They never stand in files, and are never shown. */
@FunctionalInterface
public interface Secrets {

    /** The secret of this name, if there is one. */
    Optional<String> find(String name);

    /** Where an administrator puts a secret, for messages. */
    default String place(String name) {
        return "the environment variable " + EnvironmentSecrets.variable(name);
    }
}
