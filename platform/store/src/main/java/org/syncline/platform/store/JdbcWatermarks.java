package org.syncline.platform.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Watermarks;

/** The watermarks in a database. */
final class JdbcWatermarks implements Watermarks {
    /** Stands where a connector is named; no connector is called so. */
    private static final String KEYS = "";

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
            int updated = write(
                    "update watermark set position = ?, last_good_full_import = ?, synchronized_by = ?, evaluated = ?, held = ?, midway = ?"
                            + " where connector = ?",
                    connector, state);
            if (updated == 0) {
                write("insert into watermark (position, last_good_full_import, synchronized_by, evaluated, held, midway, connector)"
                        + " values (?, ?, ?, ?, ?, ?, ?)", connector, state);
            }
        });
    }

    @Override
    public ImportHold holdOf(String connector) {
        return session.first("watermark.hold-of",
                "select stage_only, measured, approved, approved_by, approved_at from import_hold where connector = ?",
                parameters -> parameters.put(connector),
                row -> new ImportHold(row.small() != 0, CountsText.read(row.text()), CountsText.read(row.text()),
                        row.text(), row.instant()))
                .orElse(ImportHold.NONE);
    }

    @Override
    public void keep(String connector, ImportHold hold) {
        session.inTransaction(() -> {
            int updated = write("update import_hold set stage_only = ?, measured = ?, approved = ?, approved_by = ?,"
                    + " approved_at = ? where connector = ?", connector, hold);
            if (updated == 0) {
                write("insert into import_hold (stage_only, measured, approved, approved_by, approved_at, connector)"
                        + " values (?, ?, ?, ?, ?, ?)", connector, hold);
            }
        });
    }

    private int write(String sql, String connector, ImportHold hold) {
        return session.update("watermark.keep-hold", sql, parameters -> parameters.put(hold.stageOnly() ? 1 : 0)
                .put(CountsText.of(hold.measured()))
                .put(CountsText.of(hold.approved()))
                .put(hold.by())
                .put(hold.when())
                .put(connector));
    }

    private int write(String sql, String connector, ImportState state) {
        return session.update("watermark.keep", sql, parameters -> parameters.put(state.watermark())
                .put(state.lastGoodFullImport())
                .put(state.synchronizedBy())
                .put(state.evaluated())
                .put(state.held())
                .put(state.midway())
                .put(connector));
    }

    @Override
    public Map<String, String> evaluatedRules(String connector) {
        return session.first("watermark.evaluated-rules", "select hashes from evaluated_rules where connector = ?",
                parameters -> parameters.put(connector), row -> hashes(row.text()))
                .orElse(Map.of());
    }

    @Override
    public void keepEvaluatedRules(String connector, Map<String, String> hashes) {
        keepHashes("watermark.keep-evaluated-rules",
                "update evaluated_rules set hashes = ? where connector = ?",
                "insert into evaluated_rules (hashes, connector) values (?, ?)", connector, hashes);
    }

    @Override
    public Map<String, String> selection(String connector) {
        return session.first("watermark.selection", "select hashes from import_selection where connector = ?",
                parameters -> parameters.put(connector), row -> hashes(row.text()))
                .orElse(Map.of());
    }

    @Override
    public void keepSelection(String connector, Map<String, String> hashes) {
        keepHashes("watermark.keep-selection",
                "update import_selection set hashes = ? where connector = ?",
                "insert into import_selection (hashes, connector) values (?, ?)", connector, hashes);
    }

    /** A line for each: the hash, a space, the name. */
    private static Map<String, String> hashes(String text) {
        return text.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[1], line -> line[0]));
    }

    private void keepHashes(String name, String update, String insert, String connector, Map<String, String> hashes) {
        String text = hashes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining("\n"));
        session.inTransaction(() -> {
            if (write(name, update, connector, text) == 0) {
                write(name, insert, connector, text);
            }
        });
    }

    private int write(String name, String sql, String connector, String text) {
        return session.update(name, sql, parameters -> parameters.put(text).put(connector));
    }

    @Override
    public Map<String, String> keyDefinitions() {
        return evaluatedRules(KEYS);
    }

    @Override
    public void keepKeyDefinitions(Map<String, String> hashes) {
        keepEvaluatedRules(KEYS, hashes);
    }
}
