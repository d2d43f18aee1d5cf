/** Reads a configuration folder: XML in, one ruleset or all of its problems out. The only package that knows JAXB. */
package org.syncline.dsl.xml;
