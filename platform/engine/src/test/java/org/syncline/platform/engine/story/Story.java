package org.syncline.platform.engine.story;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** What happened, in order. */
public record Story(Setting setting, List<Event> events) {

    Company tell() {
        return tell(MemoryStore::new);
    }

    Company tell(Function<TypeSource, Store> open) {
        Company company = new Company(setting, open);
        events.forEach(event -> event.happenTo(company));
        return company;
    }

    Story withThreads(int number) {
        return new Story(setting.withThreads(number), events);
    }

    @Override
    public String toString() {
        return events.stream().map(Object::toString).collect(Collectors.joining("\n  ", setting + "\n  ", ""));
    }
}
