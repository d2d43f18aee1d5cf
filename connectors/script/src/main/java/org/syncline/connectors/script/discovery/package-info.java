/** What a script or program says that its system offers. */
package org.syncline.connectors.script.discovery;
