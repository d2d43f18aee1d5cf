/** Tables of a database: read in one snapshot, written in batches. */
package org.syncline.connectors.sql;
