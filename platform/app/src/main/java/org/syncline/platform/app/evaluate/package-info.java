/** Trying out expressions by hand: values and results as JSON. */
package org.syncline.platform.app.evaluate;
