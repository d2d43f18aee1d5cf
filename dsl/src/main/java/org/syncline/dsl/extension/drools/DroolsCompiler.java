package org.syncline.dsl.extension.drools;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * Makes one rule base of all rule files of a folder. Kept from version to version, since it remembers what was compiled: a file that
 * stays as it is is not compiled again.
 */
public final class DroolsCompiler {
    private static final Duration TIME_FOR_A_PAGE = Duration.ofSeconds(10);

    private final Quarantine quarantine = new Quarantine();
    private final Watch watch;
    private final Map<String, Known> known = new HashMap<>();
    private Last last = new Last(List.of(), null);

    /** What was made of a content of a file with these classes allowed. */
    private record Known(String hash, Set<String> allowed, CompiledFile compiled) {
        boolean isOf(String otherHash, Set<String> otherAllowed) {
            return hash.equals(otherHash) && allowed.equals(otherAllowed);
        }
    }

    /** The files that were brought together last. */
    private record Last(List<CompiledFile> files, RuleBase base) {}

    public DroolsCompiler() {
        this(TIME_FOR_A_PAGE);
    }

    /** @param budget how long rules may take for one page */
    DroolsCompiler(Duration budget) {
        this.watch = new Watch(budget, quarantine);
    }

    /**
     * The rules of some files; none where there are mistakes.
     *
     * @param files their content by name, in order
     * @param compiled takes the name of each that had to be compiled
     * @param mistakes takes what is wrong with the files
     */
    public synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<String> compiled,
            Consumer<Mistake> mistakes) {
        List<Mistake> found = new ArrayList<>();
        List<CompiledFile> all = new ArrayList<>();
        files.forEach((name, content) -> {
            Known file = known.get(name);
            String hash = Digest.of(content);
            if (file == null || !file.isOf(hash, names.classes())) {
                compiled.accept(name);
                file = compile(name, content, names.classes(), found)
                        .map(made -> new Known(hash, names.classes(), made))
                        .orElse(null);
            }
            if (file != null) {
                known.put(name, file);
                all.add(file.compiled());
            }
        });
        known.keySet().retainAll(files.keySet());
        if (found.isEmpty()) {
            found.addAll(mistakenNames(all, names));
        }
        found.forEach(mistakes);
        return found.isEmpty()
                ? new DroolsExtension(base(all, names.classes()), quarantine, watch)
                : RuleExtension.NONE;
    }

    private static List<Mistake> mistakenNames(List<CompiledFile> files, ProgramNames names) {
        NameCheck check = new NameCheck(names);
        files.stream().map(CompiledFile::file).forEach(file -> file.rules().forEach(
                rule -> check.check(file.text(), new RuleText(file.text(), rule))));
        return check.mistakes();
    }

    private RuleBase base(List<CompiledFile> files, Set<String> allowed) {
        if (!files.equals(last.files())) {
            last = new Last(List.copyOf(files), RuleBase.of(files, allowed));
        }
        return last.base();
    }

    /** Empty where there are mistakes. */
    private static Optional<CompiledFile> compile(
            String name, byte[] content, Set<String> allowed, List<Mistake> mistakes) {
        try {
            RuleFile file = RuleFile.read(text(name, content), allowed);
            mistakes.addAll(file.mistakes());
            return file.mistakes().isEmpty() ? compile(file, allowed, mistakes) : Optional.empty();
        } catch (CharacterCodingException otherwise) {
            mistakes.add(new Mistake(new RuleLocation(name, 1, 1), "The file is not UTF-8", "save it as UTF-8"));
        } catch (DecisionTable.Unreadable unreadable) {
            mistakes.add(unreadable.mistake());
        }
        return Optional.empty();
    }

    private static Optional<CompiledFile> compile(RuleFile file, Set<String> allowed, List<Mistake> mistakes) {
        try {
            return Optional.of(CompiledFile.of(file, allowed));
        } catch (CompiledFile.Refused refused) {
            mistakes.addAll(new CompilerErrors(file).translated(refused.errors()));
            return Optional.empty();
        }
    }

    private static DrlText text(String name, byte[] content)
            throws CharacterCodingException, DecisionTable.Unreadable {
        return DecisionTable.isTable(name)
                ? DecisionTable.read(name, content)
                : new DrlText(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    }
}
