package org.syncline.platform.app.report;

import org.syncline.platform.store.StoreMove.MovedTable;
import tools.jackson.databind.node.JsonNodeFactory;

/** What commands about the store answer with {@code --json}: one object a line. */
public final class StoreJson {
    private StoreJson() {}

    public static String of(MovedTable table) {
        return JsonNodeFactory.instance.objectNode().put("table", table.name()).put("rows", table.rows()).toString();
    }
}
