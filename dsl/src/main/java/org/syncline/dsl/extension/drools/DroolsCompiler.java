package org.syncline.dsl.extension.drools;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;

/** Makes one rule base of all rule files of a folder. Kept from version to version, since it remembers what was compiled last. */
public final class DroolsCompiler {
    private static final Duration TIME_FOR_A_PAGE = Duration.ofSeconds(10);

    private final Quarantine quarantine = new Quarantine();
    private final Watch watch;
    private Compiled last = new Compiled(List.of(), Set.of(), null);

    private record Compiled(List<RuleFile> files, Set<String> allowed, RuleBase base) {
        boolean isOf(List<DrlText> texts, Set<String> otherAllowed) {
            return allowed.equals(otherAllowed) && files.stream().map(RuleFile::text).toList().equals(texts);
        }
    }

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
     * @param mistakes takes what is wrong with the files
     */
    public synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<Mistake> mistakes) {
        List<Mistake> found = new ArrayList<>();
        List<DrlText> texts = new ArrayList<>();
        files.forEach((name, content) -> texts.add(text(name, content, found)));
        if (found.isEmpty() && !last.isOf(texts, names.classes())) {
            compile(texts, names.classes(), found);
        }
        if (found.isEmpty()) {
            NameCheck check = new NameCheck(names);
            last.files().forEach(file -> file.rules().forEach(
                    rule -> check.check(file.text(), new RuleText(file.text(), rule))));
            found.addAll(check.mistakes());
        }
        found.forEach(mistakes);
        return found.isEmpty() ? new DroolsExtension(last.base(), quarantine, watch) : RuleExtension.NONE;
    }

    private static DrlText text(String name, byte[] content, List<Mistake> mistakes) {
        try {
            return DecisionTable.isTable(name)
                    ? DecisionTable.read(name, content)
                    : new DrlText(name,
                            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException otherwise) {
            mistakes.add(new Mistake(new RuleLocation(name, 1, 1), "The file is not UTF-8", "save it as UTF-8"));
        } catch (DecisionTable.Unreadable unreadable) {
            mistakes.add(unreadable.mistake());
        }
        return new DrlText(name, "");
    }

    private void compile(List<DrlText> texts, Set<String> allowed, List<Mistake> mistakes) {
        List<RuleFile> files = texts.stream().map(text -> RuleFile.read(text, allowed)).toList();
        files.forEach(file -> mistakes.addAll(file.mistakes()));
        if (mistakes.isEmpty()) {
            try {
                last = new Compiled(files, allowed, RuleBase.compile(files, allowed));
            } catch (RuleBase.Refused refused) {
                mistakes.addAll(new CompilerErrors(files).translated(refused.errors()));
            }
        }
    }
}
