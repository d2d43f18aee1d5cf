/** The engine: what every step of a run shares. Stager, Synchronizer and Exporter stand in packages of their own. */
package org.syncline.platform.engine;
