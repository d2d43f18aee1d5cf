/** What lies between a connector and its system, and may fail. */
package org.syncline.connectors.testkit.network;
