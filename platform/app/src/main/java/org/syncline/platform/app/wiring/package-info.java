/** What Spring puts together for the commands. */
package org.syncline.platform.app.wiring;
