package org.syncline.connectors.activedirectory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.ldap.delta.DeltaChoice;
import org.syncline.connectors.ldap.delta.DeltaStrategy;
import org.syncline.connectors.ldap.delta.LdapDelta;
import org.syncline.connectors.ldap.entry.DirectoryContent;

/** The values of the setting {@code delta}. */
enum ActiveDirectoryDelta implements DeltaChoice {
    /** Nothing tells what changed. */
    NONE(LdapDelta.NONE::of),
    /** Directory synchronization; the account needs the right to replicate directory changes. */
    DIRSYNC(content -> DirSync.of(content, DirSync.Sight.ALL)),
    /** Directory synchronization of what the account may see. */
    DIRSYNC_VISIBLE(content -> DirSync.of(content, DirSync.Sight.VISIBLE)),
    /** The numbers one domain controller gives to changes. */
    USN(UsnPolling::of);

    private final Function<DirectoryContent, DeltaStrategy> strategy;

    ActiveDirectoryDelta(Function<DirectoryContent, DeltaStrategy> strategy) {
        this.strategy = strategy;
    }

    /** The choice with this name. */
    static Optional<ActiveDirectoryDelta> named(String text) {
        return Arrays.stream(values()).filter(choice -> choice.text().equals(text)).findFirst();
    }

    /** What can be chosen. */
    static String names() {
        return Arrays.stream(values()).map(ActiveDirectoryDelta::text).collect(Collectors.joining(", "));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean readsDeltas() {
        return this != NONE;
    }

    /** Any domain controller understands the cookies of another (MS-ADTS 3.1.1.3.4.1.3), but not its numbers. */
    @Override
    public boolean isOfOneServer() {
        return this == USN;
    }

    @Override
    public DeltaStrategy of(DirectoryContent content) {
        return strategy.apply(content);
    }
}
