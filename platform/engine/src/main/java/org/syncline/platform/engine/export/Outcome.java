package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Delta;

/** What a system made of the change of one object. */
public sealed interface Outcome {

    /**
     * It did it, or a part of it.
     *
     * @param sent what it did
     * @param refused what it refused to do; nothing where it did all
     */
    record Accepted(ExportResult.Accepted answer, Delta sent, List<Refused> refused) implements Outcome {
        public Accepted {
            refused = List.copyOf(refused);
        }
    }

    /**
     * It did nothing.
     *
     * @param part the guilty part, as far as it is known; the whole change otherwise
     */
    record Refused(ExportResult.Rejected answer, Delta part) implements Outcome {}
}
