/** Runs the examples, and configurations that go wrong, as an administrator would: by the command line. */
package org.syncline.examples;
