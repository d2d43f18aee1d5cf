/** Active Directory: an LDAP directory with ways of its own to name errors, to give long values and to tell what changed. */
package org.syncline.connectors.activedirectory;
