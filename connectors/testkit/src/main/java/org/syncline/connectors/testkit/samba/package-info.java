/** A real Active Directory domain controller for tests, by Samba: provisioned from nothing on a loopback address of its own. */
package org.syncline.connectors.testkit.samba;
