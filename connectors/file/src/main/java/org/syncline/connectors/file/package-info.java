/** Delimited text files as source and as target; the only package that knows FastCSV. */
package org.syncline.connectors.file;
