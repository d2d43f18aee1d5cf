package org.syncline.platform.app.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Failure;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests as lines of JSON, each answered by one line of JSON before the next is read. */
public final class JsonLines {
    private final JsonMapper json = new JsonMapper();
    private final ExpressionTrial trial;

    public JsonLines(ExpressionTrial trial) {
        this.trial = trial;
    }

    public void answer(BufferedReader requests, PrintWriter answers) throws IOException {
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.print(JsonAnswer.write(answer(line)) + "\n");
            answers.flush();
        }
    }

    private ExpressionAnswer answer(String line) {
        try {
            return trial.evaluate(ExpressionRequest.read(json.readTree(line)));
        } catch (JacksonException broken) {
            return new Failure(Kind.SYNTAX, "The line is no JSON: " + broken.getOriginalMessage());
        } catch (IllegalArgumentException misformed) {
            return new Failure(Kind.SYNTAX, misformed.getMessage());
        }
    }
}
