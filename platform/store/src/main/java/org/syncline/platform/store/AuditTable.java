package org.syncline.platform.store;

import java.util.List;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;

/** What people did by hand. */
final class AuditTable {
    private static final String COLUMNS =
            "done_at, who, what, connector, object_id, title, state_before, state_after";

    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;

    AuditTable(Session session, Dialect dialect, Numbers numbers) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
    }

    void add(AuditRecord done) {
        long id = numbers.next("audit-record");
        session.update("history.audit",
                "insert into audit_record (id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parameters -> parameters.put(id).put(done.when()).put(done.who()).put(done.what())
                        .put(done.connector()).put(done.object()).put(done.title()).put(done.before())
                        .put(done.after()));
    }

    List<AuditRecord> latest(int limit) {
        return session.list("history.audits",
                "select " + COLUMNS + " from audit_record order by id desc " + dialect.page(),
                parameters -> parameters.put(limit),
                row -> new AuditRecord(row.instant(), row.text(), row.text(), row.text(), row.number(), row.text(),
                        row.text(), row.text()));
    }
}
