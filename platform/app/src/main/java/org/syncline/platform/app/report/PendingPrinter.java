package org.syncline.platform.app.report;

import org.syncline.platform.engine.operations.ShownExport;

/** Prints pending exports one after the other, in some format. */
public interface PendingPrinter {

    void print(ShownExport export);
}
