/** The ports behind which the engine's state lives; two implementations, in memory and on JDBC, pass one contract. */
package org.syncline.platform.engine.port;
