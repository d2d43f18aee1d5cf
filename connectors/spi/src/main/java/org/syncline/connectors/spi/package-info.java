/** What a connector is to the engine: a factory that opens it, pages of imported changes, an answer per exported object. */
package org.syncline.connectors.spi;
