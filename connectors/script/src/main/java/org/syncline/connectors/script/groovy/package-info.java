/** Connectors that a Groovy file of the administrator is: it says how objects are read and written. */
package org.syncline.connectors.script.groovy;
