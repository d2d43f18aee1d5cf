package org.syncline.connectors.script.groovy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code groovy}. */
public final class GroovyConnectorFactory implements ConnectorFactory {
    private final ScriptCompiler compiler = new ScriptCompiler();

    @Override
    public String type() {
        return "groovy";
    }

    @Override
    public List<SettingDefinition> settings() {
        return GroovySettings.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.range(Capability.FULL_IMPORT, Capability.REFERENTIAL_INTEGRITY);
    }

    /** What the script says how to do. */
    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        return EnumSet.copyOf(script(settings).capabilities());
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new GroovyConnector(script(settings), settings);
    }

    private LoadedScript script(ConnectorSettings settings) {
        return LoadedScript.load(GroovySettings.of(settings), compiler);
    }
}
