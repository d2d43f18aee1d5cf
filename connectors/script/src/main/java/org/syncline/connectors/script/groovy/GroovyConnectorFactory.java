package org.syncline.connectors.script.groovy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.FileMistake;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code groovy}. */
public final class GroovyConnectorFactory implements ConnectorFactory {
    private final ScriptCompiler compiler = new ScriptCompiler();
    private final Map<Class<?>, Set<Capability>> capabilities = Collections.synchronizedMap(new WeakHashMap<>());

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

    /** What the script says how to do; asked once for each text of the file, since asking runs what stands at its top. */
    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        GroovySettings given = GroovySettings.of(settings);
        return EnumSet.copyOf(capabilities.computeIfAbsent(compiler.compile(given),
                type -> LoadedScript.load(given, compiler).capabilities()));
    }

    @Override
    public List<FileMistake> mistakes(ConnectorSettings settings) {
        return compiler.mistakes(GroovySettings.of(settings));
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        return GroovyDiscovery.of(LoadedScript.load(GroovySettings.of(settings), compiler),
                types -> open(settings.with(types)));
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new GroovyConnector(LoadedScript.load(GroovySettings.of(settings), compiler), settings);
    }
}
