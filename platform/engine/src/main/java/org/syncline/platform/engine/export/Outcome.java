package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Delta;

/** What a system made of the change of one object. */
public sealed interface Outcome {

    /** What it refused, or did not answer for. */
    List<Part> parts();

    /** Whether nobody knows what became of the change, or of a part of it. */
    default boolean isUnanswered() {
        return parts().stream().anyMatch(part -> part.answer().code() == ExportResult.Code.CONNECTION_LOST);
    }

    /**
     * It did it, or a part of it.
     *
     * @param sent what it did
     * @param refused what it refused to do, each part of which stands alone; nothing where it did all
     */
    record Accepted(ExportResult.Accepted answer, Delta sent, List<Part> refused) implements Outcome {
        public Accepted {
            refused = List.copyOf(refused);
        }

        @Override
        public List<Part> parts() {
            return refused;
        }
    }

    /**
     * It did nothing.
     *
     * @param guilty the parts that it refused each by itself; nothing where it was asked for the whole only
     */
    record Refused(ExportResult.Rejected answer, Delta whole, List<Part> guilty) implements Outcome {
        public Refused {
            guilty = List.copyOf(guilty);
        }

        /** In parts that stand alone as far as it was asked for them. */
        @Override
        public List<Part> parts() {
            return guilty.isEmpty() ? List.of(new Part(answer, whole)) : guilty;
        }
    }

    /** A part of a change that a system refused, and why. */
    record Part(ExportResult.Rejected answer, Delta change) {}
}
