/** A connected system in memory, for tests, trials and previews: what it holds can be looked into and made to fail. */
package org.syncline.connectors.memory;
