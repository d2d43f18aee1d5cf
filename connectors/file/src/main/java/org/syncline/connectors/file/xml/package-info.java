/** XML documents in which a declared path leads to each record, and relative paths to its values. */
package org.syncline.connectors.file.xml;
