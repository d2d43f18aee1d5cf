/** The contract every connector passes: a connector's test supplies a {@link ConnectedSystem} and extends {@link ConnectorContract}. */
package org.syncline.connectors.testkit;
