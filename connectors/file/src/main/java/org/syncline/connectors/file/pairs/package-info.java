/** Records of lines with a name and a value each, separated by blank lines. */
package org.syncline.connectors.file.pairs;
