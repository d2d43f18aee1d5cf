/** Looks at connected systems for those who set up connectors: what they offer, and whether what is declared fits them. */
package org.syncline.platform.engine.discovery;
