package org.syncline.connectors.script.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code program}. */
public final class ProgramConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "program";
    }

    @Override
    public List<SettingDefinition> settings() {
        return ProgramSettings.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.copyOf(ProgramSettings.POSSIBLE);
    }

    /** The program is asked by nobody before it is needed: the administrator says what is used of what it can do. */
    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        return EnumSet.copyOf(ProgramSettings.of(settings).capabilities());
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        return ProgramDiscovery.of(ProgramSettings.of(settings), settings, types -> open(settings.with(types)));
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new ProgramConnector(ProgramSettings.of(settings), settings);
    }
}
