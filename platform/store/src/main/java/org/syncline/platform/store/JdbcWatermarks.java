package org.syncline.platform.store;

import org.syncline.platform.engine.port.Watermarks;

/** The watermarks in a database. */
final class JdbcWatermarks implements Watermarks {
    private final Session session;

    JdbcWatermarks(Session session) {
        this.session = session;
    }

    @Override
    public ImportState of(String connector) {
        return session.first("watermark.of",
                "select position, last_good_full_import, synchronized_by, evaluated, held, midway from watermark where connector = ?",
                parameters -> parameters.put(connector),
                row -> new ImportState(row.text(), row.instant(), row.number(), row.instant(), row.text(),
                        row.flag()))
                .orElse(ImportState.NEVER_READ);
    }

    @Override
    public void keep(String connector, ImportState state) {
        session.inTransaction(() -> {
            int updated = keep(
                    "update watermark set position = ?, last_good_full_import = ?, synchronized_by = ?, evaluated = ?, held = ?, midway = ?"
                            + " where connector = ?",
                    connector, state);
            if (updated == 0) {
                keep("insert into watermark (position, last_good_full_import, synchronized_by, evaluated, held, midway, connector)"
                        + " values (?, ?, ?, ?, ?, ?, ?)", connector, state);
            }
        });
    }

    private int keep(String sql, String connector, ImportState state) {
        return session.update("watermark.keep", sql, parameters -> parameters.put(state.watermark())
                .put(state.lastGoodFullImport())
                .put(state.synchronizedBy())
                .put(state.evaluated())
                .put(state.held())
                .put(state.midway())
                .put(connector));
    }
}
