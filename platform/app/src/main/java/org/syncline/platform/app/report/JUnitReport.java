package org.syncline.platform.app.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.syncline.platform.engine.ruletest.TestFailure;
import org.syncline.platform.engine.ruletest.TestReport;
import org.syncline.platform.engine.ruletest.TestResult;

/** What came of rule tests as JUnit XML, the form that build servers read: a suite for each file. */
public final class JUnitReport {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport() throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** @param name of the configuration */
    public static String of(String name, TestReport report) {
        try {
            JUnitReport written = new JUnitReport();
            written.write(name, report);
            return written.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A text can always be written to", impossible);
        }
    }

    private void write(String name, TestReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        startCounted("testsuites", name, report.results());
        Map<String, List<TestResult>> files = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.test().location().file(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TestResult>> file : files.entrySet()) {
            writeSuite(file.getKey(), file.getValue());
        }
        end();
        xml.writeEndDocument();
        xml.flush();
    }

    private void writeSuite(String file, List<TestResult> results) throws XMLStreamException {
        startCounted("testsuite", file, results);
        xml.writeAttribute("skipped", Long.toString(results.stream().filter(TestResult::isSkipped).count()));
        for (TestResult result : results) {
            writeCase(file, result);
        }
        end();
    }

    private void startCounted(String element, String name, List<TestResult> results) throws XMLStreamException {
        start(element);
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", Long.toString(
                results.stream().filter(result -> !result.failures().isEmpty()).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("time", seconds(
                results.stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus)));
    }

    private void writeCase(String file, TestResult result) throws XMLStreamException {
        start("testcase");
        xml.writeAttribute("name", result.test().name());
        xml.writeAttribute("classname", file);
        xml.writeAttribute("time", seconds(result.took()));
        if (result.isSkipped()) {
            start("skipped");
            xml.writeAttribute("message", "enabled=\"false\"");
            end();
        }
        if (!result.failures().isEmpty()) {
            writeFailure(result.failures());
        }
        end();
    }

    /** One for all: few readers show more. */
    private void writeFailure(List<TestFailure> failures) throws XMLStreamException {
        start("failure");
        xml.writeAttribute("type", "expectation");
        xml.writeAttribute("message", readable(FailureText.message(failures.getFirst())));
        xml.writeCharacters(readable(failures.stream()
                .flatMap(failure -> FailureText.lines(failure).stream())
                .collect(Collectors.joining("\n"))));
        end();
    }

    /** Without characters that XML cannot hold. */
    private static String readable(String text) {
        return text.codePoints()
                .map(point -> isAllowed(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point >= ' ' && !Character.isISOControl(point)
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                && point != 0xFFFE && point != 0xFFFF;
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private static String seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis(), 3).toPlainString();
    }
}
