/**
 * Files as source and as target: what all formats share. A format says how records stand in its files, by a {@link
 * org.syncline.connectors.file.FileFormat}, and a factory that extends {@link org.syncline.connectors.file.FileConnectorFactory}.
 */
package org.syncline.connectors.file;
