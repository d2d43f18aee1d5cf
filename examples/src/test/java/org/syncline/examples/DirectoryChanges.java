package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The difference of a directory before and after, written as LDIF change records that a person can review: sorted by DN, texts as they
 * are instead of in Base64, passwords and {@code entryUUID}s masked.
 */
record DirectoryChanges(DirectoryContent before, DirectoryContent after) {
    private static final List<String> MASKED = List.of("userPassword", "entryUUID");
    private static final Path GOLDEN = Path.of("src/test/resources/adventure-works/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    /** Fails unless these changes are those of a golden file; {@code target/golden} keeps what they were. */
    void areThoseOf(String golden) {
        try {
            Files.writeString(Files.createDirectories(ACTUAL).resolve(golden), toString());
            assertEquals(Files.readString(GOLDEN.resolve(golden)), toString(), golden);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public String toString() {
        TreeSet<String> names = new TreeSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        List<String> records = names.stream()
                .map(name -> record(before.entries().get(name), after.entries().get(name)))
                .filter(record -> !record.isEmpty())
                .toList();
        return String.join("\n", records);
    }

    private static String record(Entry old, Entry now) {
        List<String> lines = new ArrayList<>();
        if (old == null) {
            lines.add("changetype: add");
            now.getAttributes().stream().sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .forEach(attribute -> values(attribute).forEach(value -> lines.add(line(attribute, value))));
        } else if (now == null) {
            lines.add("changetype: delete");
        } else {
            lines.addAll(modifications(old, now));
        }
        String name = (old == null ? now : old).getDN();
        return lines.isEmpty() ? "" : "dn: " + name + "\n" + String.join("\n", lines) + "\n";
    }

    private static List<String> modifications(Entry old, Entry now) {
        TreeSet<String> names = new TreeSet<>();
        old.getAttributes().forEach(attribute -> names.add(attribute.getName()));
        now.getAttributes().forEach(attribute -> names.add(attribute.getName()));
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            List<String> gone = valuesWithout(old.getAttribute(name), now.getAttribute(name));
            List<String> come = valuesWithout(now.getAttribute(name), old.getAttribute(name));
            lines.addAll(modification("delete", name, gone));
            lines.addAll(modification("add", name, come));
        }
        if (!lines.isEmpty()) {
            lines.addFirst("changetype: modify");
        }
        return lines;
    }

    private static List<String> modification(String kind, String name, List<String> values) {
        List<String> lines = new ArrayList<>();
        if (!values.isEmpty()) {
            lines.add(kind + ": " + name);
            values.forEach(value -> lines.add(name + ": " + value));
            lines.add("-");
        }
        return lines;
    }

    private static List<String> valuesWithout(Attribute attribute, Attribute others) {
        List<String> values = new ArrayList<>(values(attribute));
        values.removeAll(values(others));
        return values;
    }

    private static List<String> values(Attribute attribute) {
        return Objects.isNull(attribute) ? List.of() : Arrays.stream(attribute.getValues()).sorted().toList();
    }

    private static String line(Attribute attribute, String value) {
        return attribute.getName() + ": " + (MASKED.contains(attribute.getName()) ? "*" : value);
    }
}
