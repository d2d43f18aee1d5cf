/** Listening to a connected system through its outages, for the connectors that can. */
package org.syncline.connectors.spi.watch;
