package org.syncline.connectors.ldap.delta;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.ldap.entry.DirectoryContent;

/** The values of the setting {@code delta}. */
public enum LdapDelta implements DeltaChoice {
    /** Nothing tells what changed. */
    NONE(content -> new NoDelta()),
    /** Content synchronization (RFC 4533). */
    SYNCREPL(ContentSync::of),
    /** OpenLDAP's log of what was written. */
    ACCESSLOG(AccessLog::of),
    /** A numbered change log, as draft-good-ldap-changelog describes it. */
    CHANGELOG(ChangeLog::of),
    /** The time of each entry's last change; deletions are not seen. */
    TIMESTAMP(ModifyTime::new);

    private final Function<DirectoryContent, DeltaStrategy> strategy;

    LdapDelta(Function<DirectoryContent, DeltaStrategy> strategy) {
        this.strategy = strategy;
    }

    /** The choice with this name. */
    public static Optional<LdapDelta> named(String text) {
        return Arrays.stream(values()).filter(choice -> choice.text().equals(text)).findFirst();
    }

    /** What can be chosen. */
    public static String names() {
        return Arrays.stream(values()).map(LdapDelta::text).collect(Collectors.joining(", "));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean readsDeltas() {
        return this != NONE;
    }

    /** Others number changes in their own way, or get what is older than the watermark after it was taken. */
    @Override
    public boolean isOfOneServer() {
        return this == CHANGELOG || this == TIMESTAMP;
    }

    @Override
    public DeltaStrategy of(DirectoryContent content) {
        return strategy.apply(content);
    }
}
