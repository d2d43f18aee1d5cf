/** The application: wires the parts together and gives them a command line. */
package org.syncline.platform.app;
