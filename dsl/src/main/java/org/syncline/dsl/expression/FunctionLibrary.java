package org.syncline.dsl.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions and operators of the language. */
final class FunctionLibrary {
    private static final Map<String, Function> FUNCTIONS = index(Stream.of(
            ConcatenationOperator.functions(),
            ComparisonOperators.functions(),
            ArithmeticOperators.functions(),
            LogicOperators.functions(),
            CuttingFunctions.functions(),
            CaseFunctions.functions(),
            PaddingFunctions.functions(),
            ReplacingFunctions.functions(),
            SearchFunctions.functions(),
            RegexFunctions.functions(),
            UnicodeFunctions.functions(),
            TransliterationFunctions.functions(),
            PhoneFunctions.functions(),
            ConversionFunctions.functions(),
            EncodingFunctions.functions(),
            HashFunctions.functions(),
            IdentifierFunctions.functions(),
            DirectoryFunctions.functions(),
            CertificateFunctions.functions(),
            MultiValueFunctions.functions(),
            JoiningFunctions.functions(),
            VariableFunctions.functions(),
            FlowControlFunctions.functions(),
            WordFunctions.functions(),
            PresenceFunctions.functions(),
            TypeTestFunctions.functions(),
            ComparingFunctions.functions(),
            BitFunctions.functions(),
            DateFunctions.functions(),
            ClockFunctions.functions(),
            ChanceFunctions.functions(),
            ConditionFunctions.functions(),
            SizeFunctions.functions(),
            QuestionFunctions.functions(),
            LookupFunctions.functions())
            .flatMap(List::stream)
            .toList());

    private FunctionLibrary() {}

    private static Map<String, Function> index(List<Function> functions) {
        Map<String, Function> index = new TreeMap<>();
        for (Function function : functions) {
            if (index.put(function.name(), function) != null) {
                throw new IllegalStateException("Two functions are named " + function.name());
            }
        }
        return index;
    }

    /** The function or operator of a name; null if there is none. */
    static Function find(String name) {
        return FUNCTIONS.get(name);
    }

    static Collection<Function> functions() {
        return FUNCTIONS.values();
    }

    /** The names that may be followed by parentheses. */
    static Collection<String> names() {
        return FUNCTIONS.keySet().stream().filter(name -> !Naming.isOperator(name)).toList();
    }
}
