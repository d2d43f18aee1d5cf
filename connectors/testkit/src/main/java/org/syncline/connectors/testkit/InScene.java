package org.syncline.connectors.testkit;

/** A part of the contract: tests that play in a {@link Scene}. */
interface InScene {
    Scene scene();
}
