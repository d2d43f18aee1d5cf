/** Lines whose columns stand at fixed places. */
package org.syncline.connectors.file.fixedwidth;
