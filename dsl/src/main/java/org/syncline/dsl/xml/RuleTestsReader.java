package org.syncline.dsl.xml;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.xml.binding.Clock;
import org.syncline.dsl.xml.binding.Given;
import org.syncline.dsl.xml.binding.RuleTests;
import org.syncline.dsl.xml.binding.TestStep;

/** Reads a file of tests. */
final class RuleTestsReader {
    private final SourceFile file;
    private final RuleTests root;
    private final ZoneId zone;
    private final NameLookup lookup;
    private final TestValues values;
    private final ExpectationReader expectations;

    /** @param zone of times that name none */
    RuleTestsReader(Document<RuleTests> document, Schemas schemas, ZoneId zone) {
        this.file = document.file();
        this.root = document.root();
        this.zone = zone;
        this.lookup = new NameLookup(file, schemas);
        this.values = new TestValues(file, lookup);
        this.expectations = new ExpectationReader(file, lookup, values);
    }

    List<RuleTest> read() {
        return root.getTest().stream().map(this::test).toList();
    }

    private RuleTest test(org.syncline.dsl.xml.binding.RuleTest test) {
        if (test.getName() == null) {
            file.problem(test, "The test has no name", "say what it shows, as name=\"leavers are disabled\"");
        }
        List<RuleTest.Step> steps = Stream.concat(Stream.of(test), test.getStep().stream()).map(this::step).toList();
        if (steps.stream().allMatch(step -> step.expectations().isEmpty())) {
            file.problem(test, "The test expects nothing, so it cannot fail", "add <expect> or <expect-nothing>");
        }
        return new RuleTest(test.getName(), test.isEnabled(), steps, file.location(test));
    }

    private RuleTest.Step step(TestStep step) {
        return new RuleTest.Step(
                step.getName(),
                step.getClock() == null ? new RuleTest.Time.Unchanged() : time(step.getClock()),
                step.getGiven().stream().map(this::given).toList(),
                step.getExpectOrExpectNothing().stream().map(expectations::read).flatMap(Optional::stream).toList(),
                file.location(step));
    }

    private RuleTest.Time time(Clock clock) {
        if (file.has(clock, "now") == file.has(clock, "later")) {
            file.problem(clock, "<clock> says what time it is, or how much later", "give it one of now and later");
        }
        if (clock.getNow() != null) {
            return new RuleTest.Time.At(instant(clock.getNow().toXMLFormat()));
        }
        return clock.getLater() == null
                ? new RuleTest.Time.Unchanged()
                : new RuleTest.Time.Later(Periods.of(clock.getLater()));
    }

    private Instant instant(String written) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(written, ZonedDateTime::from, LocalDateTime::from);
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }

    private RuleTest.Given given(Given given) {
        Optional<ConnectedObjectType> type = lookup.connector(given, "connector", given.getConnector())
                .flatMap(connector -> lookup.objectType(given, "object-type", connector, given.getObjectType()));
        type.ifPresent(known -> check(given, known));
        return new RuleTest.Given(GivenReader.object(given), file.location(given));
    }

    private void check(Given given, ConnectedObjectType type) {
        List<String> named = given.getValue().stream().map(value -> value.getName()).toList();
        type.anchor().stream()
                .filter(part -> !named.contains(part) && given.getDn() == null)
                .forEach(part -> file.problem(given, "The given object has no " + part
                        + ", which says which object it is", "add <value name=\"" + part + "\">"));
        values.check(
                given.getValue().stream()
                        .filter(value -> type.type().has(value.getName()) || !type.anchor().contains(value.getName()))
                        .toList(),
                type.type());
    }
}
