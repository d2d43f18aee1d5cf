/** What a directory offers by its subschema, what its entries look like, and what the account may do with them. */
package org.syncline.connectors.ldap.discovery;
