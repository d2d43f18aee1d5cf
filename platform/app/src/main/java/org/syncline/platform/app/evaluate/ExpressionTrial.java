package org.syncline.platform.app.evaluate;

import java.time.Clock;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.expression.Scope;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Failure;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Kind;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Result;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;

/** Evaluates an expression without a configuration: any attribute name is allowed, and reads nothing unless it was given. */
public final class ExpressionTrial {
    private final Clock clock;

    public ExpressionTrial(Clock clock) {
        this.clock = clock;
    }

    public ExpressionAnswer evaluate(ExpressionRequest request) {
        try {
            return evaluate(request,
                    ExpressionCompiler.compile(request.expression(), Scope.byName(request.parameters())));
        } catch (ExpressionException wrong) {
            return new Failure(kind(wrong.mistakes().getFirst()), message(wrong));
        } catch (EvaluationException failed) {
            return new Failure(Kind.EVALUATION, failed.getMessage());
        } catch (StackOverflowError tooDeep) {
            return new Failure(Kind.SYNTAX, "The expression is nested too deeply: take it apart");
        }
    }

    private ExpressionAnswer evaluate(ExpressionRequest request, Expression expression) {
        Evaluation evaluation = Evaluation.at(new Present(clock.instant(), clock.getZone()))
                .names(name -> request.attributes().getOrDefault(name, Absence.NULL));
        Content value = expression.evaluate(evaluation);
        if (!evaluation.asked().isEmpty()) {
            return new Failure(Kind.EVALUATION,
                    "The result depends on other objects; 'syncline preview' evaluates it where there are any");
        }
        return new Result(value);
    }

    private static Kind kind(Mistake mistake) {
        return switch (mistake.kind()) {
            case SYNTAX -> Kind.SYNTAX;
            case UNKNOWN -> Kind.UNKNOWN;
            case TYPE -> Kind.TYPE;
        };
    }

    private static String message(ExpressionException wrong) {
        return wrong.mistakes().stream().map(ExpressionTrial::message).collect(Collectors.joining("; "));
    }

    private static String message(Mistake mistake) {
        String place = "line " + mistake.line() + ", column " + mistake.column() + ": " + mistake.message();
        return mistake.suggestion() == null ? place : place + " (" + mistake.suggestion() + ")";
    }
}
