package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The immutable identity a connected system gives its object.
 *
 * @param text the anchor's attribute, or several joined by {@code |} (in them {@code |} and {@code \} are escaped by {@code \})
 */
public record Anchor(String text) {
    public Anchor {
        Objects.requireNonNull(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An anchor cannot be empty");
        }
    }

    /** An anchor of one or several attributes. */
    public static Anchor of(List<String> parts) {
        if (parts.size() == 1) {
            return new Anchor(parts.getFirst());
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : "|").append(part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return new Anchor(text.toString());
    }

    /** What an anchor of several attributes was made {@link #of}. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '|') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character == '\\' && at + 1 < text.length() ? text.charAt(++at) : character);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    @Override
    public String toString() {
        return text;
    }
}
