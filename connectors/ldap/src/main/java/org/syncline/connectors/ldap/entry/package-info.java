/** Entries of a directory as objects: types, anchors, values, and which part of a directory they are read in. */
package org.syncline.connectors.ldap.entry;
