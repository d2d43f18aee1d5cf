/** How a command reaches the process that follows a folder and has its store. */
package org.syncline.platform.app.control;
