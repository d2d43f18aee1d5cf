package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.syncline.platform.engine.port.RulesetVersions;

/** The files of the versions of the rules, in memory. */
final class MemoryRulesetVersions implements RulesetVersions {
    private record Version(KeptVersion version, Map<String, byte[]> files) {}

    private final Journal journal;
    private final LongFunction<String> contentHash;
    private final Table<Long, Version> versions;

    /** @param contentHash of a version, by its number */
    MemoryRulesetVersions(Journal journal, LongFunction<String> contentHash) {
        this.journal = journal;
        this.contentHash = contentHash;
        this.versions = Table.sorted(journal);
    }

    @Override
    public void keep(long version, Map<String, byte[]> files, Instant now) {
        if (!versions.has(version)) {
            write("rules.keep", 1, () -> versions.put(version, new Version(
                    new KeptVersion(version, contentHash.apply(version), now, null, null), new TreeMap<>(files))));
        }
    }

    private void write(String statement, int rows, Runnable work) {
        journal.inTransaction(() -> {
            work.run();
            journal.tally().wrote(statement, rows);
        });
    }

    @Override
    public void publish(long version, String who, Instant now) {
        Version kept = versions.get(version);
        Stale.refuse("version of the rules", version, version, kept == null ? null : version);
        write("rules.publish", 1, () -> versions.put(version, new Version(
                new KeptVersion(version, kept.version.contentHash(), kept.version.saved(), now, who), kept.files)));
    }

    @Override
    public List<KeptVersion> versions() {
        journal.tally().read("rules.versions");
        return versions.latestFirst().stream().map(Version::version).toList();
    }

    @Override
    public Map<String, byte[]> files(long version) {
        journal.tally().read("rules.files");
        Version kept = versions.get(version);
        return kept == null ? Map.of() : kept.files;
    }

    @Override
    public int forget(Instant before, int limit) {
        long latest = versions.values().stream()
                .map(Version::version)
                .filter(KeptVersion::isPublished)
                .max(Comparator.comparing(KeptVersion::published).thenComparing(KeptVersion::version))
                .map(KeptVersion::version)
                .orElse(0L);
        List<Long> old = versions.values().stream()
                .map(Version::version)
                .filter(version -> version.version() != latest && version.saved().isBefore(before))
                .filter(version -> !version.isPublished() || version.published().isBefore(before))
                .map(KeptVersion::version)
                .limit(limit)
                .toList();
        write("rules.forget", old.size(), () -> old.forEach(versions::remove));
        return old.size();
    }
}
