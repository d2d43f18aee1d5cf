/** Staging: what connectors report becomes pending imports of the connector space. */
package org.syncline.platform.engine.staging;
