package org.syncline.connectors.ldap.delta;

import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.Watermark;

/** Nothing tells what changed. */
final class NoDelta implements DeltaStrategy {

    @Override
    public Optional<Watermark> position(String partition) {
        return Optional.empty();
    }

    @Override
    public ImportPages since(Watermark watermark, String partition, int pageSize) {
        throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                "This connector reads everything; use a full import, or choose how the directory tells what changed"
                        + " by the setting 'delta'");
    }
}
