package org.syncline.connectors.file.xml;

import java.util.List;
import org.syncline.connectors.file.FileConnectorFactory;
import org.syncline.connectors.file.FileFormat;
import org.syncline.connectors.file.FileSettings;
import org.syncline.connectors.file.SettingsReader;
import org.syncline.connectors.spi.SettingDefinition;

/** Opens connectors on XML files; its type is {@code xml}. */
public final class XmlConnectorFactory extends FileConnectorFactory {
    private static final String RECORD = "record";

    public XmlConnectorFactory() {
        super("xml", List.of(SettingDefinition.required(RECORD,
                "The path to the elements that are records, from the root of the document, as in company/staff/person.")));
    }

    @Override
    protected FileFormat format(FileSettings file, SettingsReader settings) {
        String path = settings.text(RECORD)
                .orElseThrow(() -> settings.invalid("'record' is missing. Write the path to the elements that are"
                        + " records, from the root of the document, as in company/staff/person."));
        List<String> steps = List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
        if (steps.size() < 2 || steps.stream().anyMatch(step -> step.isBlank() || step.startsWith("@"))) {
            throw settings.invalid("'record' is '" + path + "', which is no path to elements within others. Write one"
                    + " from the root of the document, as in company/staff/person.");
        }
        return new Xml(file, steps);
    }
}
