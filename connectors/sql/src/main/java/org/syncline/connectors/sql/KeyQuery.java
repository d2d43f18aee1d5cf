package org.syncline.connectors.sql;

import java.util.List;

/**
 * A query for the anchors of what changed.
 *
 * @param columns of the anchor, in the order of the query
 */
record KeyQuery(String sql, List<Object> parameters, List<Column> columns) {}
