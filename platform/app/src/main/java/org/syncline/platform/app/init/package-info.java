/** Writes new configuration folders: {@code syncline init}. */
package org.syncline.platform.app.init;
