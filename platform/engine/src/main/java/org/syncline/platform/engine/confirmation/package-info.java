/** Confirmation: whether systems report what they accepted, and which values are held because they do not. */
package org.syncline.platform.engine.confirmation;
