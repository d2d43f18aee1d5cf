/** Daily tasks of administrators, each a configuration as one would write it and what happens then. */
package org.syncline.platform.engine.scenario;
