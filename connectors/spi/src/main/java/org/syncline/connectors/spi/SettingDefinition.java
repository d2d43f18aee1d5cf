package org.syncline.connectors.spi;

/**
 * A setting of a connector, of one of its object types, or of an attribute of these.
 *
 * @param name as written in {@code <setting name="...">}; one that ends with {@code *} stands for all that begin as it does
 * @param description for the administrator, one sentence
 * @param required whether a connector cannot be opened without it
 * @param secret whether it may only be given by {@code secret="..."}
 * @param transport whether it only says how the system is reached: with another value the same objects and values are read
 * @param defaultValue used when it is not given; null for none
 */
public record SettingDefinition(String name, String description, boolean required, boolean secret,
        boolean transport, String defaultValue) {
    private static final String ALL = "*";

    public static SettingDefinition required(String name, String description) {
        return new SettingDefinition(name, description, true, false, false, null);
    }

    public static SettingDefinition optional(String name, String description, String defaultValue) {
        return new SettingDefinition(name, description, false, false, false, defaultValue);
    }

    /** An optional one that only says how the system is reached. */
    public static SettingDefinition transport(String name, String description, String defaultValue) {
        return new SettingDefinition(name, description, false, false, true, defaultValue);
    }

    public static SettingDefinition secret(String name, String description) {
        return new SettingDefinition(name, description, false, true, true, null);
    }

    /** Any number of optional ones whose names begin alike; each may be given as a secret. */
    public static SettingDefinition family(String prefix, String description) {
        return new SettingDefinition(prefix + ALL, description, false, false, false, null);
    }

    /** Whether a setting of this name is, or is one of, what is defined here. */
    public boolean defines(String given) {
        return name.endsWith(ALL)
                ? given.length() >= name.length() && given.startsWith(name.substring(0, name.length() - 1))
                : name.equals(given);
    }
}
