/** The directories a connector can be connected to: a server, or the one embedded in this process. */
package org.syncline.connectors.ldap.directory;
