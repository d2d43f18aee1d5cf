package org.syncline.examples;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an embedded directory holds, as its LDIF file tells it. */
final class DirectoryContent {
    /** What differs from run to run. */
    private static final List<String> RANDOM = List.of("userPassword", "entryUUID");

    private final Map<String, Entry> entries = new TreeMap<>();

    static DirectoryContent read(Path file) {
        DirectoryContent content = new DirectoryContent();
        try (LDIFReader reader = new LDIFReader(file.toFile())) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                content.entries.put(entry.getParsedDN().toNormalizedString(), entry);
            }
        } catch (IOException | LDIFException | LDAPException failure) {
            throw new AssertionError(failure);
        }
        return content;
    }

    /** By normalized DN. */
    Map<String, Entry> entries() {
        return entries;
    }

    List<Entry> ofClass(String objectClass) {
        return entries.values().stream().filter(entry -> entry.hasObjectClass(objectClass)).toList();
    }

    Optional<Entry> person(String employeeNumber) {
        return ofClass("inetOrgPerson").stream()
                .filter(entry -> entry.hasAttributeValue("employeeNumber", employeeNumber))
                .findFirst();
    }

    Optional<Entry> group(String name) {
        return ofClass("groupOfNames").stream().filter(entry -> entry.hasAttributeValue("cn", name)).findFirst();
    }

    Entry entry(String dn) {
        return entries.values().stream().filter(entry -> entry.getDN().equalsIgnoreCase(dn)).findFirst().orElseThrow();
    }

    /** The entries as LDIF, without what differs from run to run, values in order; binary only where it must be. */
    String ldif(Predicate<Entry> which) {
        return entries.values().stream().filter(which).map(DirectoryContent::ldif).collect(Collectors.joining("\n"));
    }

    private static String ldif(Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("dn: " + entry.getDN());
        entry.getAttributes().stream()
                .filter(attribute -> !RANDOM.contains(attribute.getName()))
                .flatMap(attribute -> Stream.of(attribute.getValues()).map(value -> attribute.getName() + ": " + value))
                .sorted()
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }
}
