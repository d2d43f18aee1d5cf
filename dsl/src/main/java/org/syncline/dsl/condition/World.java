package org.syncline.dsl.condition;

import java.util.HashMap;
import java.util.Map;

/** An object that might exist: what is known of the atoms of conditions over it. */
record World(Map<String, Truth> atoms) {
    static final World UNKNOWN = new World(Map.of());

    Truth of(String atom) {
        return atoms.getOrDefault(atom, Truth.OPEN);
    }

    /** Whether nothing that is known here is otherwise there. */
    boolean allows(World other) {
        return other.atoms.entrySet().stream()
                .allMatch(atom -> of(atom.getKey()) == Truth.OPEN || of(atom.getKey()) == atom.getValue());
    }

    /** This world, with more known of it. */
    World with(World more) {
        Map<String, Truth> both = new HashMap<>(atoms);
        more.atoms.forEach(
                (atom, truth) -> both.merge(atom, truth, (known, other) -> known == Truth.OPEN ? other : known));
        return new World(both);
    }
}
