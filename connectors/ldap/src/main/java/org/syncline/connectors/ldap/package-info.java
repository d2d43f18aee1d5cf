/** LDAP directories as source and as target, and LDIF files as a source. */
package org.syncline.connectors.ldap;
