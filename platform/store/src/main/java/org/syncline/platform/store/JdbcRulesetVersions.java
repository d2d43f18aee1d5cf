package org.syncline.platform.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.encoding.Compressed;

/**
 * The files of the versions of the rules, in a database: each content once, compressed, however many versions have it; of each version
 * a compressed list of its files, a line each: the hash of the content, and the name.
 */
final class JdbcRulesetVersions implements RulesetVersions {
    private static final int HASH = 64;

    private final Session session;
    private final Dialect dialect;

    private record Content(String hash, byte[] bytes) {}

    JdbcRulesetVersions(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    @Override
    public void keep(long version, Map<String, byte[]> files, Instant now) {
        session.inTransaction(() -> {
            if (list(version) == null) {
                Map<String, String> hashes = new TreeMap<>();
                files.forEach((name, bytes) -> hashes.put(name, Digest.of(bytes)));
                keepContents(files, hashes);
                session.update("rules.keep", "insert into ruleset_content (version, files, saved) values (?, ?, ?)",
                        parameters -> parameters.put(version).put(written(hashes)).put(now));
            }
        });
    }

    private void keepContents(Map<String, byte[]> files, Map<String, String> hashes) {
        Set<String> known = new HashSet<>(
                session.list("rules.contents", "select hash from rule_file", Filling.NOTHING, Row::text));
        List<Content> added = hashes.entrySet().stream()
                .filter(file -> known.add(file.getValue()))
                .map(file -> new Content(file.getValue(), Compressed.of(files.get(file.getKey()))))
                .toList();
        session.batch("rules.keep-files", "insert into rule_file (hash, content) values (?, ?)", added,
                (parameters, content) -> parameters.put(content.hash).put(content.bytes));
    }

    private static byte[] written(Map<String, String> hashes) {
        return Compressed.of(hashes.entrySet().stream()
                .map(file -> file.getValue() + " " + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The hashes of the files of a version by their names; null if they are not kept. */
    private Map<String, String> list(long version) {
        return session.first("rules.list", "select files from ruleset_content where version = ?",
                parameters -> parameters.put(version), row -> read(row.bytes()))
                .orElse(null);
    }

    private static Map<String, String> read(byte[] list) {
        return new String(Compressed.expand(list), StandardCharsets.UTF_8).lines()
                .collect(Collectors.toMap(line -> line.substring(HASH + 1), line -> line.substring(0, HASH)));
    }

    @Override
    public void publish(long version, String who, Instant now) {
        int found = session.update("rules.publish",
                "update ruleset_content set published = ?, published_by = ? where version = ?",
                parameters -> parameters.put(now).put(who).put(version));
        if (found == 0) {
            throw new StoreException("The version #" + version
                    + " of the rules is not stored and cannot become current; nothing was written");
        }
    }

    @Override
    public List<KeptVersion> versions() {
        return session.list("rules.versions",
                "select c.version, v.content_hash, c.saved, c.published, c.published_by from ruleset_content c"
                        + " join ruleset_version v on v.id = c.version order by c.version desc",
                Filling.NOTHING,
                row -> new KeptVersion(row.number(), row.text(), row.instant(), row.instant(), row.text()));
    }

    @Override
    public Map<String, byte[]> files(long version) {
        Map<String, byte[]> files = new TreeMap<>();
        session.inTransaction(() -> {
            Map<String, String> hashes = list(version);
            if (hashes != null) {
                Map<String, byte[]> contents = new HashMap<>();
                hashes.forEach((name, hash) -> files.put(name, contents.computeIfAbsent(hash, this::content)));
            }
        });
        return files;
    }

    private byte[] content(String hash) {
        return session.first("rules.file", "select content from rule_file where hash = ?",
                parameters -> parameters.put(hash), row -> Compressed.expand(row.bytes())).orElseThrow();
    }

    @Override
    public int forget(Instant before, int limit) {
        int[] forgotten = new int[1];
        session.inTransaction(() -> {
            List<Long> old = session.list("rules.old",
                    "select version from ruleset_content where saved < ? and (published is null or published < ?)"
                            + " and version not in (select version from ruleset_content where published ="
                            + " (select max(published) from ruleset_content)) order by version " + dialect.page(),
                    parameters -> parameters.put(before).put(before).put(limit), Row::number);
            session.batch("rules.forget", "delete from ruleset_content where version = ?", old,
                    (parameters, version) -> parameters.put(version));
            if (!old.isEmpty()) {
                forgetContents();
            }
            forgotten[0] = old.size();
        });
        return forgotten[0];
    }

    /** Those that no version has any more. */
    private void forgetContents() {
        Set<String> unused = new HashSet<>(
                session.list("rules.contents", "select hash from rule_file", Filling.NOTHING, Row::text));
        session.list("rules.lists", "select files from ruleset_content", Filling.NOTHING, Row::bytes)
                .forEach(list -> unused.removeAll(new HashSet<>(read(list).values())));
        session.batch("rules.forget-files", "delete from rule_file where hash = ?", unused,
                (parameters, hash) -> parameters.put(hash));
    }
}
