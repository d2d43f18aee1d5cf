/** What other rules would do to everything that is stored: the real synchronization on an overlay, and the difference it makes. */
package org.syncline.platform.engine.whatif;
