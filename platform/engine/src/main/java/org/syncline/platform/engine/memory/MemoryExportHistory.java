package org.syncline.platform.engine.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.ExportHistory;

/** What is not settled of exports, in memory. */
final class MemoryExportHistory implements ExportHistory {
    private record Place(long object, String attribute) {
        static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::object).thenComparing(Place::attribute);

        static Place of(Contradiction contradiction) {
            return new Place(contradiction.object(), contradiction.attribute());
        }
    }

    private final Journal journal;
    private final Table<Long, Refusal> refusals;
    private final Table<Place, Contradiction> contradictions;

    MemoryExportHistory(Journal journal) {
        this.journal = journal;
        this.refusals = Table.sorted(journal);
        this.contradictions = new Table<>(journal, Place.ORDER);
    }

    private void write(String statement, int rows, Runnable work) {
        journal.inTransaction(() -> {
            work.run();
            journal.tally().wrote(statement, rows);
        });
    }

    @Override
    public List<Refusal> refusals(String connector) {
        journal.tally().read("export.refusals");
        return refusals.values().stream().filter(refusal -> refusal.connector().equals(connector)).toList();
    }

    @Override
    public void keepRefusals(Collection<Refusal> kept) {
        write("export.keep-refusals", kept.size(),
                () -> kept.forEach(refusal -> refusals.put(refusal.object(), refusal)));
    }

    @Override
    public void forgetRefusals(Collection<Long> objects) {
        List<Long> known = objects.stream().filter(refusals::has).distinct().toList();
        write("export.forget-refusals", known.size(), () -> known.forEach(refusals::remove));
    }

    @Override
    public List<Contradiction> contradictions(String connector) {
        journal.tally().read("export.contradictions");
        return contradictions.values().stream().filter(one -> one.connector().equals(connector)).toList();
    }

    @Override
    public void keepContradictions(Collection<Contradiction> kept) {
        write("export.keep-contradictions", kept.size(),
                () -> kept.forEach(one -> contradictions.put(Place.of(one), one)));
    }

    @Override
    public void forgetContradictions(Collection<Contradiction> forgotten) {
        forget(forgotten.stream().map(Place::of).distinct().toList());
    }

    @Override
    public void forgetContradictionsOf(Collection<Long> objects) {
        Set<Long> these = Set.copyOf(objects);
        forget(contradictions.keys().stream().filter(place -> these.contains(place.object())).toList());
    }

    private void forget(List<Place> places) {
        List<Place> known = places.stream().filter(contradictions::has).toList();
        write("export.forget-contradictions", known.size(), () -> known.forEach(contradictions::remove));
    }
}
