package org.syncline.connectors.script.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.syncline.connectors.script.discovery.OfferedForm;
import org.syncline.connectors.script.discovery.ScriptDiscovery;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedType;

/** What a program says that its system offers. */
final class ProgramDiscovery extends ScriptDiscovery {
    private static final String SCHEMA = "schema";

    private ProgramDiscovery(List<OfferedType> types, Function<List<ObjectTypeSettings>, Connector> opening) {
        super(types, opening);
    }

    /** @throws ConnectorException code {@code NOT_SUPPORTED} if the program does not say what the system offers */
    static ProgramDiscovery of(ProgramSettings settings, ConnectorSettings declared,
            Function<List<ObjectTypeSettings>, Connector> opening) {
        List<OfferedType> types = new ArrayList<>();
        try (Conversation conversation =
                Conversation.start(settings, new Forms(declared, settings.capabilities()), remark -> {})) {
            if (!conversation.offers(SCHEMA)) {
                throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED, "Connector '" + settings.connector()
                        + "': its program does not say what its system offers. If it can, let its hello say the"
                        + " capability '" + SCHEMA + "'");
            }
            conversation.ask(Map.of("type", SCHEMA));
            boolean answering = true;
            while (answering) {
                answering = conversation.next((type, message, place) -> type.equals("object-type")
                        && types.add(OfferedForm.read(message)));
            }
        }
        return new ProgramDiscovery(types, opening);
    }

    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        return exports.stream().map(ScriptDiscovery::writingNotTested).toList();
    }
}
