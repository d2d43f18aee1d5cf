package org.syncline.connectors.sql;

import org.syncline.connectors.spi.ExportResult;

/** One operation cannot be done; the others are not concerned. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ExportResult.Rejected rejected;

    Refusal(ExportResult.Code code, String message, String attribute) {
        super(message, null, false, false);
        this.rejected = new ExportResult.Rejected(code, message, attribute, null);
    }

    ExportResult.Rejected rejected() {
        return rejected;
    }
}
