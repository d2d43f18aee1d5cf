/** What reading a table costs at the least: the driver alone, without a connector. */
package org.syncline.connectors.sql.bench;
