package org.syncline.connectors.ldap.delta;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.watch.ChangeSignals;

/** The values of the setting {@code delta}. */
public enum LdapDelta implements DeltaChoice {
    /** Nothing tells what changed. */
    NONE(content -> new NoDelta(), null),
    /** Content synchronization (RFC 4533). */
    SYNCREPL(ContentSync::of, ContentSync::signals),
    /** OpenLDAP's log of what was written. */
    ACCESSLOG(AccessLog::of, AccessLog::signals),
    /** A numbered change log, as draft-good-ldap-changelog describes it. */
    CHANGELOG(ChangeLog::of, null),
    /** The time of each entry's last change; deletions are not seen. */
    TIMESTAMP(ModifyTime::new, null);

    private final Function<DirectoryContent, DeltaStrategy> strategy;
    private final Function<DirectoryContent, ChangeSignals> signals;

    /** @param signals null if nothing is told at once */
    LdapDelta(Function<DirectoryContent, DeltaStrategy> strategy, Function<DirectoryContent, ChangeSignals> signals) {
        this.strategy = strategy;
        this.signals = signals;
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

    /** Whether the directory tells at once that something changed. */
    public boolean tellsChanges() {
        return signals != null;
    }

    /**
     * How the directory tells it.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if the directory does not offer it after all
     */
    public ChangeSignals signals(DirectoryContent content) {
        return signals.apply(content);
    }
}
