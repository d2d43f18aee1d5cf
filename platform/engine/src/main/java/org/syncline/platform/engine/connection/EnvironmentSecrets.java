package org.syncline.platform.engine.connection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Secrets from environment variables: {@code SYNCLINE_SECRET_} and the name in capitals, other characters than letters and digits as {@code _}. */
public record EnvironmentSecrets(Map<String, String> environment) implements Secrets {

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(variable(name)));
    }

    static String variable(String name) {
        return "SYNCLINE_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
