/** Being told by a directory at once that something changed. */
package org.syncline.connectors.ldap.watch;
