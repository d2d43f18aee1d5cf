package org.syncline.dsl.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.dsl.xml.binding.Given;
import org.syncline.dsl.xml.binding.GivenChange;
import org.syncline.dsl.xml.binding.RuleTests;

/** Reads the objects that rule tests are given. */
public final class GivenReader {
    private final XmlReader xml = new XmlReader();

    /**
     * What was read.
     *
     * @param objects of all tests of the file, in their order
     * @param problems of the form of the file; then there are no objects
     */
    public record Read(List<GivenObject> objects, List<Problem> problems) {}

    /** @throws IOException if the file cannot be read */
    public Read read(Path file) throws IOException {
        Problems problems = new Problems();
        FileText.Decoded decoded = FileText.of(Files.readAllBytes(file));
        SourceFile source = new SourceFile(file.toString(), new SourceText(decoded.text()), problems);
        if (decoded.problem() != null) {
            source.problem(decoded.text().length(), decoded.problem(), decoded.suggestion());
            return new Read(List.of(), problems.found());
        }
        Object root = xml.read(source, FilePlaces.roots(FilePlaces.TESTS));
        return problems.isEmpty() && root instanceof RuleTests tests
                ? new Read(objects(tests), List.of())
                : new Read(List.of(), problems.found());
    }

    private static List<GivenObject> objects(RuleTests tests) {
        List<GivenObject> objects = new ArrayList<>();
        tests.getTest().forEach(test -> test.getGiven().forEach(given -> objects.add(object(given))));
        return objects;
    }

    static GivenObject object(Given given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.getValue().forEach(value -> values.computeIfAbsent(value.getName(), unused -> new ArrayList<>())
                .add(value.getValue()));
        return new GivenObject(
                given.getConnector(), given.getObjectType(), given.getDn(),
                given.getChange() == GivenChange.DELETED, values);
    }
}
