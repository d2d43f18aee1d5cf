/** A folder into which files are dropped: which are complete, which were read, where they lie afterwards. Knows no format. */
package org.syncline.connectors.file.drop;
