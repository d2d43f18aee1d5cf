/** The store on JDBC: H2 embedded beside the configuration, one compact row an object. */
package org.syncline.platform.store;
