/** Opens connectors: finds their factories, translates what was written of them, resolves secrets. */
package org.syncline.platform.engine.connection;
