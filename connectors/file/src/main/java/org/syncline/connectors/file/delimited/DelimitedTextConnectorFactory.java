package org.syncline.connectors.file.delimited;

import org.syncline.connectors.file.FileConnectorFactory;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.SettingsReader;

/** Opens connectors on delimited text files; its type is {@code delimited-text}. */
public final class DelimitedTextConnectorFactory extends FileConnectorFactory {

    public DelimitedTextConnectorFactory() {
        super("delimited-text", Dialect.SETTINGS);
    }

    @Override
    protected FileFormat format(FileSettings file, SettingsReader settings) {
        return new DelimitedText(file, Dialect.of(settings));
    }
}
