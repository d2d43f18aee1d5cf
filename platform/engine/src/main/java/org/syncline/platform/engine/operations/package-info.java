/** Every command as an operation: records in, records out, whoever asks. */
package org.syncline.platform.engine.operations;
