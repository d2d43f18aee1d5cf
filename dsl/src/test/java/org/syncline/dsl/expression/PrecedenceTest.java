package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            1 + 2 * 3 => (+ 1 (* 2 3))
            (1 + 2) * 3 => (* (+ 1 2) 3)
            10 - 4 - 3 => (- (- 10 4) 3)
            8 / 4 / 2 => (/ (/ 8 4) 2)
            -[a] * 2 => (* (- [a]) 2)
            - 5 => -5
            --5 => (- -5)
            3-1 => (- 3 1)
            "n" & 1 + 2 => (& "n" (+ 1 2))
            "a" & "b" & "c" => (& "a" "b" "c")
            [a] & "x" = [b] & "x" => (= (& [a] "x") (& [b] "x"))
            1 + 1 >= 2 => (>= (+ 1 1) 2)
            Not [a] = "x" => (Not (= [a] "x"))
            Not [a] And [b] => (And (Not [a]) [b])
            Not Not [a] => (Not (Not [a]))
            Not([a]) Or [b] => (Or (Not [a]) [b])
            [a] = Not([b]) => (= [a] (Not [b]))
            [a] Or [b] And [c] => (Or [a] (And [b] [c]))
            [a] || [b] && [c] || [d] => (Or [a] (And [b] [c]) [d])
            &H1F => 31
            &hff & &HFF => (& 255 255)
            [a]&H => (& [a] H)
            "a"&HALF("b") => (& "a" (HALF "b"))
            BitAnd([u],&H2)<>0 => (<> (BitAnd [u] 2) 0)
            BitAnd(&HF, &HF7) => (BitAnd 15 247)
            &HFFFFFFFFFFFFFFFF => -1
            9223372036854775807 => 9223372036854775807
            -9223372036854775808 => -9223372036854775808
            [extension-1.2 x] => [extension-1.2 x]
            %Domain.FQDN% => %Domain.FQDN%
            {uid} & [uid] => (& {uid} [uid])
            Now() => (Now)
            Select($item, [a], $item) => (Select $item [a] $item)
            "say \\"hi\\" \\\\ C:\\new" => "say "hi" \\ C:\\new"
            Android And Orange => (And Android Orange)
            """)
    void bindsAsTheDocumentationSays(String expression, String tree) throws ExpressionException {
        assertEquals(tree, written(ExpressionParser.parse(expression)));
    }

    private static String written(Node node) {
        return switch (node) {
            case Node.Call call -> "(" + call.function() + call.arguments().stream()
                    .map(argument -> " " + written(argument)).collect(Collectors.joining()) + ")";
            case Node.Text text -> '"' + text.text() + '"';
            default -> Naming.of(node);
        };
    }
}
