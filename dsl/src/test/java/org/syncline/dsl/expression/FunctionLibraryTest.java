package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FunctionLibraryTest {

    @TestFactory
    Stream<DynamicTest> everyExampleGivesItsResult() {
        return FunctionLibrary.functions().stream().flatMap(function -> function.examples().stream()
                .map(example -> dynamicTest(
                        example.expression(),
                        () -> assertEquals(
                                example.result(),
                                Evaluating.expressions()
                                        .parameter(SampleCertificate.PARAMETER, SampleCertificate.BASE64)
                                        .result(example.expression())))));
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionIsDocumented() {
        return FunctionLibrary.functions().stream()
                .map(function -> dynamicTest(function.name(), () -> documented(function)));
    }

    private static void documented(Function function) {
        assertTrue(function.purpose().endsWith("."), "its purpose is a sentence");
        assertTrue(function.result() != null && function.result().endsWith("."), "it says what it gives");
        assertFalse(function.examples().isEmpty(), "it has an example");
        assertTrue(
                function.examples().stream().anyMatch(example -> example.expression().contains(function.name())),
                "an example uses it");
        function.parameters().forEach(parameter -> assertFalse(parameter.purpose().isBlank(), parameter.name()));
    }
}
