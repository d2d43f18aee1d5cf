package org.syncline.rules.attributeflow;

/**
 * A direct flow that brings all values of a large set of references.
 *
 * @param contributor number of the object that has the references
 * @param from its attribute
 * @param to index of the attribute of the identity
 */
public record StepwiseFlow(long contributor, String from, int to) {}
