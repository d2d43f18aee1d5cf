package org.syncline.platform.engine.auditfile;

import java.util.Optional;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;

/**
 * An import whose pages are written to an audit file as they are read.
 *
 * @param pages closed with this
 */
record DroppedImport(ImportPages pages, AuditWriter writer) implements ImportPages {

    @Override
    public Optional<ImportPage> next() {
        Optional<ImportPage> page = pages.next();
        page.ifPresentOrElse(writer::page, writer::finish);
        return page;
    }

    @Override
    public void stored() {
        pages.stored();
    }

    @Override
    public void close() {
        try (pages; writer) {
            // closes both
        }
    }
}
