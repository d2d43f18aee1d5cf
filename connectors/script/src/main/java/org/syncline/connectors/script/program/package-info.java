/** Connectors that talk with a program of the administrator: one JSON object a line, over its standard input and output. */
package org.syncline.connectors.script.program;
