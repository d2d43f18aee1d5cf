package org.syncline.platform.engine.export;

import java.util.List;
import org.syncline.connectors.spi.ExportResult;

/** A page and what the system answered, in the order of the operations. */
public record SentPage(ExportPage page, List<ExportResult> results) {}
