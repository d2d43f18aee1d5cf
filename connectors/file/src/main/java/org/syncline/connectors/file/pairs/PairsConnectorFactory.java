package org.syncline.connectors.file.pairs;

import java.util.List;
import org.syncline.connectors.file.FileConnectorFactory;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.SettingsReader;
import org.syncline.connectors.spi.SettingDefinition;

/** Opens connectors on files of names and values; its type is {@code attribute-value-pairs}. */
public final class PairsConnectorFactory extends FileConnectorFactory {
    private static final String SEPARATOR = "separator";

    public PairsConnectorFactory() {
        super("attribute-value-pairs", List.of(
                SettingDefinition.optional(SEPARATOR, "What stands between a name and its value: one character.",
                        ":")));
    }

    @Override
    protected FileFormat format(FileSettings file, SettingsReader settings) {
        return new Pairs(file, settings.character(SEPARATOR, ":", ""));
    }
}
