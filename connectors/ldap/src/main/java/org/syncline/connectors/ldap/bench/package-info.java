/** What reading and writing a directory costs at the least: the library alone, without a connector. */
package org.syncline.connectors.ldap.bench;
