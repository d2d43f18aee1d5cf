package org.syncline.platform.engine.story;

import java.util.List;
import java.util.stream.Collectors;

/** What happened, in order. */
record Story(Setting setting, List<Event> events) {

    Company tell() {
        Company company = new Company(setting);
        events.forEach(event -> event.happenTo(company));
        return company;
    }

    @Override
    public String toString() {
        return events.stream().map(Object::toString).collect(Collectors.joining("\n  ", setting + "\n  ", ""));
    }
}
