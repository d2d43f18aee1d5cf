/** What reading a delimited text file costs at the least: the library alone, without a connector. */
package org.syncline.connectors.file.bench;
