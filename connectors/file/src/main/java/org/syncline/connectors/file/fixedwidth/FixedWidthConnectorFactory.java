package org.syncline.connectors.file.fixedwidth;

import org.syncline.connectors.file.FileConnectorFactory;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.SettingsReader;

/** Opens connectors on files of fixed columns; its type is {@code fixed-width}. */
public final class FixedWidthConnectorFactory extends FileConnectorFactory {

    public FixedWidthConnectorFactory() {
        super("fixed-width", Layout.SETTINGS);
    }

    @Override
    protected FileFormat format(FileSettings file, SettingsReader settings) {
        return new FixedWidth(file, Layout.of(settings));
    }
}
