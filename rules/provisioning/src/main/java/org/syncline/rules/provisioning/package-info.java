/** Which accounts an identity gains, loses, renames or moves, and when it ends: pure functions. */
package org.syncline.rules.provisioning;
