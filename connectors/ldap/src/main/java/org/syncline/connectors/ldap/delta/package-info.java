/** How a directory tells what changed: by content synchronization, a log of changes, or the time of each entry's last change. */
package org.syncline.connectors.ldap.delta;
