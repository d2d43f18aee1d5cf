/** When it happens: steps and their pages as messages that pass Spring Integration flows. */
package org.syncline.platform.pipeline;
