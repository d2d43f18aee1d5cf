package org.syncline.platform.engine.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.syncline.dsl.xml.FolderContent;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RulesetVersions.KeptVersion;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.Store;

/** The versions of the rules of a folder: listed, compared, brought back. */
public final class RuleVersions {
    private final Path folder;
    private final Store store;
    private final RulesetVersions versions;
    private final Clock clock;
    private final LongConsumer approved;

    public RuleVersions(Path folder, Store store, Clock clock) {
        this(folder, store, clock, version -> {});
    }

    /** @param approved gets the number of each version that is approved here */
    public RuleVersions(Path folder, Store store, Clock clock, LongConsumer approved) {
        this.approved = approved;
        this.folder = folder;
        this.store = store;
        this.versions = store.rulesetVersions();
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param files in which it differs from the one before it, of those that are kept
     * @param inFolder whether the folder is exactly as it was in this version
     */
    public record Listed(KeptVersion version, List<String> files, boolean inFolder) {}

    /**
     * A file in which two versions differ.
     *
     * @param before its text; null where it was not there
     * @param after its text; null where it is not there any more
     */
    public record ChangedFile(String name, String before, String after) {}

    /**
     * Keeps a version and notes that it is current, unless it is noted already.
     *
     * @param content of its files, by name
     * @return its number
     */
    public long take(String contentHash, Map<String, byte[]> content, String who) {
        long[] number = new long[1];
        store.inTransaction(() -> {
            Instant now = clock.instant();
            number[0] = store.runHistory().rulesetVersion(contentHash, now);
            versions.keep(number[0], content, now);
            if (current().stream().noneMatch(version -> version.version() == number[0])) {
                versions.publish(number[0], who, now);
            }
        });
        return number[0];
    }

    /**
     * Keeps a version that waits until a person approves it.
     *
     * @param content of its files, by name
     * @return its number
     */
    public long keep(String contentHash, Map<String, byte[]> content) {
        long[] number = new long[1];
        store.inTransaction(() -> {
            number[0] = store.runHistory().rulesetVersion(contentHash, clock.instant());
            versions.keep(number[0], content, clock.instant());
        });
        return number[0];
    }

    /**
     * Makes a version current that waited for it.
     *
     * @throws OperationRefused if the version is not kept, is current, or is not what the folder has now
     */
    public void approve(long version, String who) {
        if (!changed(files(version), FolderContent.of(folder)).isEmpty()) {
            throw new OperationRefused("Version " + version + " is not what the folder has now: it differs in "
                    + String.join(", ", changed(files(version), FolderContent.of(folder)))
                    + ". 'syncline rules versions " + folder + "' shows which one waits");
        }
        Optional<KeptVersion> before = current();
        if (before.stream().anyMatch(one -> one.version() == version)) {
            throw new OperationRefused("Version " + version + " is current already");
        }
        store.inTransaction(() -> {
            Instant now = clock.instant();
            versions.publish(version, who, now);
            store.runHistory().audit(new AuditRecord(now, who, "rules-approve", "", 0, "version " + version,
                    before.map(one -> "version " + one.version()).orElse("none"), "version " + version));
        });
        approved.accept(version);
    }

    /** The version that became current last; empty if none did. */
    public Optional<KeptVersion> current() {
        return versions.versions().stream()
                .filter(KeptVersion::isPublished)
                .max(Comparator.comparing(KeptVersion::published).thenComparing(KeptVersion::version));
    }

    /** The versions that are kept, the latest first. */
    public List<Listed> list() {
        Map<String, byte[]> present = FolderContent.of(folder);
        List<KeptVersion> kept = versions.versions();
        List<Listed> listed = new ArrayList<>();
        Map<String, byte[]> before = Map.of();
        for (KeptVersion version : kept.reversed()) {
            Map<String, byte[]> files = versions.files(version.version());
            listed.addFirst(
                    new Listed(version, List.copyOf(changed(before, files)), changed(files, present).isEmpty()));
            before = files;
        }
        return listed;
    }

    /** The differences between two versions; between one and the folder as it is where the second is null. */
    public List<ChangedFile> differences(long before, Long after) {
        Map<String, byte[]> old = files(before);
        Map<String, byte[]> now = after == null ? FolderContent.of(folder) : files(after);
        return changed(old, now).stream()
                .map(name -> new ChangedFile(name, text(old.get(name)), text(now.get(name))))
                .toList();
    }

    /**
     * Makes the files of the folder those of a version. Files that are never read stay as they are.
     *
     * @param force whether to overwrite what no version has
     * @return the files that were written or deleted
     * @throws OperationRefused if the version is not kept, or something would be lost
     */
    public List<String> rollBack(long version, boolean force, String who) {
        Map<String, byte[]> wanted = files(version);
        Map<String, byte[]> present = FolderContent.of(folder);
        if (!force) {
            refuseLoss(present);
        }
        Set<String> changed = changed(present, wanted);
        for (String name : changed) {
            write(folder.resolve(name), wanted.get(name));
        }
        store.runHistory().audit(new AuditRecord(clock.instant(), who, "rules-rollback", "", 0,
                "version " + version, String.join(", ", changed), "as in version " + version));
        return List.copyOf(changed);
    }

    private void refuseLoss(Map<String, byte[]> present) {
        List<KeptVersion> kept = versions.versions();
        boolean recorded = kept.stream()
                .anyMatch(version -> changed(versions.files(version.version()), present).isEmpty());
        if (!recorded) {
            throw new OperationRefused("The folder has changes that no version has, in "
                    + String.join(", ", changed(versions.files(kept.getFirst().version()), present))
                    + ". Let them become a version by 'syncline run FOLDER', put them aside, or lose them with --force");
        }
    }

    /**
     * The files of a version by their names.
     *
     * @throws OperationRefused if they are not kept
     */
    public Map<String, byte[]> files(long version) {
        Map<String, byte[]> files = versions.files(version);
        if (files.isEmpty()) {
            throw new OperationRefused("There is no version " + version + " whose files are kept; there are "
                    + versions.versions().stream().map(one -> String.valueOf(one.version()))
                            .collect(Collectors.joining(", ")));
        }
        return files;
    }

    private static Set<String> changed(Map<String, byte[]> some, Map<String, byte[]> others) {
        Set<String> changed = new TreeSet<>(some.keySet());
        changed.addAll(others.keySet());
        changed.removeIf(name -> Arrays.equals(some.get(name), others.get(name)));
        return changed;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : FolderContent.text(bytes);
    }

    /** Beside the file first, so that nobody ever reads half of it. */
    private static void write(Path file, byte[] bytes) {
        try {
            if (bytes == null) {
                Files.delete(file);
                return;
            }
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling("." + file.getFileName() + ".new");
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failure);
        }
    }
}
