package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepResult;

/** The run history in memory. */
final class MemoryRunHistory implements RunHistory {
    private final Journal journal;
    private final Retyping retyping;
    private final Table<String, Long> versions;
    private final Table<Long, StepRecord> steps;
    private final Table<CountedPage, List<Counted>> counted;
    private final Table<Long, AuditRecord> audits;
    private final OpenErrors errors;
    private final Table<Long, List<PendingReference>> pending;
    private final Table<Long, Mark> marks;
    private long lastStep;
    private long lastMark;

    MemoryRunHistory(Journal journal, TypeSource types) {
        this.retyping = new Retyping(types);
        this.journal = journal;
        this.versions = Table.sorted(journal);
        this.steps = Table.sorted(journal);
        this.counted = Table.sorted(journal);
        this.audits = Table.sorted(journal);
        this.errors = new OpenErrors(journal);
        this.pending = Table.sorted(journal);
        this.marks = Table.sorted(journal);
    }

    @Override
    public long rulesetVersion(String contentHash, Instant now) {
        journal.tally().read("history.ruleset-version");
        Long known = versions.get(contentHash);
        return known != null ? known : newVersion(contentHash);
    }

    String contentHash(long version) {
        return versions.keys().stream().filter(hash -> versions.get(hash) == version).findFirst().orElseThrow();
    }

    private long newVersion(String contentHash) {
        long next = versions.values().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        write("history.new-ruleset-version", 1, () -> versions.put(contentHash, next));
        return next;
    }

    private void write(String statement, int rows, Runnable work) {
        journal.inTransaction(() -> {
            work.run();
            journal.tally().wrote(statement, rows);
        });
    }

    @Override
    public long begin(String connector, String step, String profile, long rulesetVersion, Instant now) {
        long id = ++lastStep;
        StepRecord begun = new StepRecord(id, connector, step, profile, rulesetVersion, now, null, null, null, null);
        write("history.begin", 1, () -> steps.put(id, begun));
        return id;
    }

    @Override
    public void end(long step, StepResult result, Counters counters, String message, Instant now) {
        StepRecord begun = steps.get(step);
        Stale.refuse("step", step, step, begun == null ? null : step);
        write("history.end", 1, () -> steps.put(step, new StepRecord(
                step, begun.connector(), begun.step(), begun.profile(), begun.rulesetVersion(), begun.began(), now,
                result, copy(counters), message)));
    }

    private static Counters copy(Counters counters) {
        return Counters.of(counters.asMap(), counters.targets());
    }

    @Override
    public List<StepRecord> steps(int limit) {
        journal.tally().read("history.steps");
        return steps.latestFirst().stream().limit(limit).toList();
    }

    @Override
    public Optional<StepRecord> step(long step) {
        journal.tally().read("history.step");
        return Optional.ofNullable(steps.get(step));
    }

    @Override
    public List<StepRecord> stepsAt(Instant time) {
        journal.tally().read("history.steps-at");
        return steps.values().stream()
                .filter(step -> !step.began().isAfter(time))
                .filter(step -> step.ended() == null || !step.ended().isBefore(time))
                .toList();
    }

    @Override
    public List<StepRecord> stepsWithoutEnd() {
        journal.tally().read("history.steps-without-end");
        return steps.values().stream().filter(step -> step.ended() == null).toList();
    }

    @Override
    public void keepCounted(long step, int page, Counters soFar, List<Counted> objects) {
        StepRecord begun = steps.get(step);
        Stale.refuse("step", step, step, begun == null ? null : step);
        write("history.keep-counted", 1, () -> {
            counted.put(new CountedPage(step, page), List.copyOf(objects));
            steps.put(step, new StepRecord(
                    step, begun.connector(), begun.step(), begun.profile(), begun.rulesetVersion(), begun.began(), null,
                    null, copy(soFar), null));
        });
    }

    @Override
    public List<Counted> counted(long step, int page) {
        journal.tally().read("history.counted");
        List<Counted> objects = counted.get(new CountedPage(step, page));
        return objects == null ? List.of() : objects;
    }

    @Override
    public int forgetCounted(Instant before, int limit) {
        List<CountedPage> old = counted.keys().stream()
                .filter(page -> steps.get(page.step).began().isBefore(before))
                .limit(limit)
                .toList();
        write("history.forget-counted", old.size(), () -> old.forEach(counted::remove));
        return old.size();
    }

    @Override
    public int forgetSteps(Instant before, int limit) {
        List<Long> old =
                steps.keys().stream().filter(step -> steps.get(step).began().isBefore(before)).limit(limit).toList();
        forgetSteps(old);
        return old.size();
    }

    @Override
    public void forgetSteps(Collection<Long> old) {
        List<CountedPage> pages = counted.keys().stream().filter(page -> old.contains(page.step)).toList();
        write("history.forget-steps", old.size(), () -> {
            pages.forEach(counted::remove);
            old.forEach(steps::remove);
        });
    }

    @Override
    public void audit(AuditRecord done) {
        long id = audits.keys().size() + 1L;
        write("history.audit", 1, () -> audits.put(id, done));
    }

    @Override
    public List<AuditRecord> audits(int limit) {
        journal.tally().read("history.audits");
        return audits.latestFirst().stream().limit(limit).toList();
    }

    @Override
    public void raise(Collection<ObjectError> raised) {
        journal.inTransaction(() -> errors.raise(raised));
    }

    @Override
    public void clear(Set<ObjectError.Origin> origins, Collection<Long> objects) {
        Set<Long> these = Set.copyOf(objects);
        journal.tally().read("history.find-errors");
        clear(error -> origins.contains(error.origin()) && error.isOfObject() && these.contains(error.object()));
    }

    @Override
    public void clearDiscoveryErrors(String connector) {
        clear(error -> error.origin() == ObjectError.Origin.DISCOVERY && error.connector().equals(connector));
    }

    private void clear(Predicate<ObjectError> which) {
        journal.inTransaction(() -> errors.clear(which));
    }

    @Override
    public Set<Long> withErrors(Collection<Long> objects) {
        journal.tally().read("history.with-errors");
        Set<Long> these = Set.copyOf(objects);
        Set<Long> found = new TreeSet<>();
        errors.stream().filter(ObjectError::isOfObject).map(ObjectError::object).filter(these::contains)
                .forEach(found::add);
        return found;
    }

    @Override
    public Set<FailedAccount> failedAccounts(Collection<Long> identities) {
        journal.tally().read("history.failed-accounts");
        Set<Long> these = Set.copyOf(identities);
        return errors.stream()
                .filter(error -> error.identity() != 0 && these.contains(error.identity()))
                .map(ObjectError::account)
                .collect(Collectors.toSet());
    }

    @Override
    public void clearAccounts(Collection<FailedAccount> accounts) {
        Set<FailedAccount> these = Set.copyOf(accounts);
        journal.tally().read("history.find-errors");
        clear(error -> error.identity() != 0 && these.contains(error.account()));
    }

    @Override
    public List<ObjectError> errors(String connector) {
        journal.tally().read("history.errors");
        return errors.stream()
                .filter(error -> error.connector().equals(connector))
                .sorted(Comparator.comparing(ObjectError::firstSeen))
                .toList();
    }

    @Override
    public void replaceReferences(Collection<Long> owners, Collection<PendingReference> references) {
        journal.inTransaction(() -> {
            journal.tally().read("history.find-references");
            Set<PendingReference> before = new LinkedHashSet<>();
            Set.copyOf(owners).forEach(owner -> before.addAll(ofOwner(owner)));
            Set<PendingReference> after = new LinkedHashSet<>(references);
            journal.tally().wrote("history.delete-references", change(before, after, this::forget));
            journal.tally().wrote("history.insert-references", change(after, before, this::keep));
        });
    }

    private List<PendingReference> ofOwner(long owner) {
        List<PendingReference> references = pending.get(owner);
        return references == null ? List.of() : references;
    }

    private static int change(Set<PendingReference> some, Set<PendingReference> others,
            Consumer<PendingReference> change) {
        List<PendingReference> rest = some.stream().filter(one -> !others.contains(one)).toList();
        rest.forEach(change);
        return rest.size();
    }

    private void forget(PendingReference reference) {
        List<PendingReference> rest =
                ofOwner(reference.owner()).stream().filter(one -> !one.equals(reference)).toList();
        pending.put(reference.owner(), rest);
    }

    private void keep(PendingReference reference) {
        List<PendingReference> all = Stream.concat(ofOwner(reference.owner()).stream(), Stream.of(reference)).toList();
        pending.put(reference.owner(), all);
    }

    @Override
    public List<PendingReference> pendingReferences(String connector) {
        journal.tally().read("history.pending-references");
        return pending.values().stream()
                .flatMap(List::stream)
                .filter(reference -> reference.connector().equals(connector))
                .toList();
    }

    @Override
    public long markInFlight(String connector, Collection<SentImage> images) {
        long mark = ++lastMark;
        write("history.mark-in-flight", 1, () -> marks.put(mark, new Mark(connector, List.copyOf(images))));
        return mark;
    }

    @Override
    public void clearInFlight(long mark) {
        journal.inTransaction(
                () -> journal.tally().wrote("history.clear-in-flight", marks.remove(mark) == null ? 0 : 1));
    }

    @Override
    public Map<Long, SentImage> inFlight(String connector) {
        journal.tally().read("history.in-flight");
        Map<Long, SentImage> images = new TreeMap<>();
        marks.values().stream().filter(mark -> mark.connector.equals(connector))
                .forEach(mark -> mark.images.forEach(
                        image -> images.put(image.object(), retyping.current(connector, image))));
        return images;
    }

    @Override
    public void settle(String connector, Collection<Long> objects) {
        Set<Long> settled = Set.copyOf(objects);
        Map<Long, Mark> changed = new TreeMap<>();
        for (Long number : marks.keys()) {
            Mark mark = marks.get(number);
            if (mark.connector.equals(connector)
                    && mark.images.stream().anyMatch(one -> settled.contains(one.object()))) {
                changed.put(number, mark.without(settled));
            }
        }
        if (!changed.isEmpty()) {
            write("history.settle", changed.size(), () -> changed.forEach(this::keep));
        }
    }

    private void keep(Long number, Mark mark) {
        if (mark.images.isEmpty()) {
            marks.remove(number);
        } else {
            marks.put(number, mark);
        }
    }

    private record CountedPage(long step, int page) implements Comparable<CountedPage> {
        @Override
        public int compareTo(CountedPage other) {
            return step == other.step ? Integer.compare(page, other.page) : Long.compare(step, other.step);
        }
    }

    private record Mark(String connector, List<SentImage> images) {
        Mark without(Set<Long> settled) {
            return new Mark(connector, images.stream().filter(one -> !settled.contains(one.object())).toList());
        }
    }
}
