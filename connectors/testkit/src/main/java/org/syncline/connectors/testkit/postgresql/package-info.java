/** A real PostgreSQL server for tests, started from nothing on a free port of this machine. */
package org.syncline.connectors.testkit.postgresql;
