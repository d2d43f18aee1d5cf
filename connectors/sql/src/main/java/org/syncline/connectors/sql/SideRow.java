package org.syncline.connectors.sql;

import java.util.List;

/**
 * A row of a side table that comes or goes.
 *
 * @param owner the anchor of its object, as parameters
 */
record SideRow(RowWrite.SideValue value, List<Object> owner) {}
