/** Synchronization: pending imports become identities, identities become what their accounts shall hold. */
package org.syncline.platform.engine.synchronization;
