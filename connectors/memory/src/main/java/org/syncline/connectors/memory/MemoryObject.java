package org.syncline.connectors.memory;

import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;

/** An object of a memory system. */
public record MemoryObject(Anchor anchor, Attributes attributes) {}
