/** The store in memory: for tests, previews and trying things out; it passes the same contract as the one on JDBC. */
package org.syncline.platform.engine.memory;
