/** A store over another one: what is written stays above, what is below never changes. */
package org.syncline.platform.engine.overlay;
