package org.syncline.connectors.spi;

/**
 * A setting of a connector, of one of its object types, or of an attribute of these.
 *
 * @param name as written in {@code <setting name="...">}
 * @param description for the administrator, one sentence
 * @param required whether a connector cannot be opened without it
 * @param secret whether it may only be given by {@code secret="..."}
 * @param transport whether it only says how the system is reached: with another value the same objects and values are read
 * @param defaultValue used when it is not given; null for none
 */
public record SettingDefinition(String name, String description, boolean required, boolean secret,
        boolean transport, String defaultValue) {

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
}
