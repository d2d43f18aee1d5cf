/** Delimited text, such as CSV; beside the bench the only package of connectors that knows FastCSV. */
package org.syncline.connectors.file.delimited;
