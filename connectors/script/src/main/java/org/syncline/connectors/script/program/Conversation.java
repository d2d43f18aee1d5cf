package org.syncline.connectors.script.program;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;

/** A conversation with a running program: one question after the other, each answered by lines and an end. */
final class Conversation implements AutoCloseable {
    /** The version of the protocol. */
    static final int PROTOCOL = 1;

    private static final String TYPE = "type";
    private static final String HELLO = "hello";
    private static final Map<String, ConnectorException.Code> FAILURES = Map.of(
            "cannot-connect", ConnectorException.Code.NO_START_CONNECTION,
            "credentials", ConnectorException.Code.NO_START_CREDENTIALS,
            "stopped", ConnectorException.Code.STOPPED_CONNECTIVITY,
            "full-import-required", ConnectorException.Code.FULL_IMPORT_REQUIRED);

    private final ProgramSettings settings;
    private final Program program;
    private final Lines lines;
    private final Consumer<String> remarks;
    private List<String> offered = List.of();
    private String question = HELLO;
    private boolean answering = true;
    private boolean broken;

    private Conversation(ProgramSettings settings, Consumer<String> remarks) {
        this.settings = settings;
        this.program = Program.start(settings);
        this.lines = new Lines(program.output(), settings.lineLimit());
        this.remarks = remarks;
    }

    /**
     * Starts the program and waits for its hello.
     *
     * @param remarks gets what the administrator is to know
     */
    static Conversation start(ProgramSettings settings, Forms forms, Consumer<String> remarks) {
        Conversation conversation = new Conversation(settings, remarks);
        conversation.program.send(List.of(Json.write(conversation.greeting(forms))).iterator());
        Fields hello = conversation.attempt(() -> conversation.message(settings.patience().start())
                .orElseThrow(() -> Broken.byEnd("its output ended before it said hello")));
        conversation.attempt(() -> conversation.check(hello));
        conversation.answering = false;
        return conversation;
    }

    private Map<String, Object> greeting(Forms forms) {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put(TYPE, HELLO);
        hello.put("protocol", PROTOCOL);
        hello.put("connector", settings.connector());
        hello.put("parameters", settings.parameters());
        hello.put("objectTypes", forms.describe());
        return hello;
    }

    private Fields check(Fields hello) {
        String type = hello.text(TYPE);
        if (!type.equals(HELLO)) {
            throw new Nonsense("expected hello, but was '" + type + "'");
        }
        long protocol = hello.number("protocol");
        if (protocol != PROTOCOL) {
            throw new Nonsense("it speaks version " + protocol + " of the protocol; this Syncline speaks " + PROTOCOL);
        }
        offered = hello.optionalTexts("capabilities").orElse(List.of("full-import"));
        Set<Capability> lacking = EnumSet.copyOf(settings.capabilities());
        lacking.removeIf(capability -> offered.contains(ProgramSettings.name(capability)));
        if (!lacking.isEmpty()) {
            throw new Nonsense("it cannot do " + ProgramSettings.names(lacking)
                    + ", which the setting 'capabilities' promises; it can do " + String.join(" ", offered));
        }
        return hello;
    }

    /** Whether the program said in its hello that it can do this. */
    boolean offers(String capability) {
        return offered.contains(capability);
    }

    /** Whether another question can be asked: the program runs, and the last question was answered completely. */
    boolean isReady() {
        return !broken && !answering && program.isAlive() && !lines.isPending() && !lines.hasEnded();
    }

    /** Whether the program wrote more than it was asked for. */
    boolean hasLeftOver() {
        return !broken && !answering && lines.isPending();
    }

    /** Asks; the answer is read by {@link #next}. */
    void ask(Map<String, Object> message) {
        ask((String) message.get(TYPE), List.of(message).iterator());
    }

    /** @param what is asked, for errors */
    void ask(String what, Iterator<Map<String, Object>> messages) {
        question = what;
        answering = true;
        lines.begin();
        program.send(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return messages.hasNext();
            }

            @Override
            public byte[] next() {
                return Json.write(messages.next());
            }
        });
    }

    /** Takes one message of an answer. */
    @FunctionalInterface
    interface Taking {
        /**
         * @param place of the message in the answer
         * @return whether there is such a type of message in this answer
         */
        boolean take(String type, Fields message, String place);
    }

    /**
     * Takes the next message of the answer.
     *
     * @return false when the answer has ended well
     * @throws ConnectorException if it broke off
     */
    boolean next(Taking taking) {
        return attempt(() -> {
            Fields message = message(settings.patience().silence())
                    .orElseThrow(() -> Broken.byEnd("its output ended before the answer did"));
            String type = message.text(TYPE);
            switch (type) {
                case "end" -> endAnswer();
                case "failed" -> {
                    ConnectorException failed = failed(message);
                    endAnswer();
                    throw failed;
                }
                case "remark" -> remarks.accept(settings.masked(message.text("text")));
                default -> {
                    if (!taking.take(type, message, "line " + lines.number())) {
                        throw new Nonsense("a message of type '" + type + "' is no part of this answer");
                    }
                }
            }
            return answering;
        });
    }

    private void endAnswer() {
        try {
            if (!program.hasTakenEverything()) {
                throw new Broken("it ended its answer before it had read the question");
            }
            answering = false;
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private ConnectorException failed(Fields message) {
        String code = message.text("code");
        if (!FAILURES.containsKey(code)) {
            throw new Nonsense("unknown code '" + code + "'. There are " + String.join(", ",
                    FAILURES.keySet().stream().sorted().toList()));
        }
        return new ConnectorException(FAILURES.get(code),
                "Connector '" + settings.connector() + "': " + settings.masked(message.text("message")));
    }

    private Optional<Fields> message(Duration silence) {
        if (broken) {
            throw new Broken("it was asked for more than it had said before it was ended");
        }
        try {
            byte[] line = lines.next(silence, settings.patience().answer());
            return line == null ? Optional.empty() : Optional.of(Json.read(line));
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private Broken interrupted() {
        Thread.currentThread().interrupt();
        return new Broken("the step was interrupted");
    }

    /** Does what an answer may break; a program whose answer broke is ended, and its next question goes to a new one. */
    <T> T attempt(Supplier<T> part) {
        try {
            return part.get();
        } catch (Nonsense nonsense) {
            throw broken("line " + lines.number() + " of its answer to '" + question + "': " + nonsense.getMessage(),
                    !program.isAlive());
        } catch (Broken off) {
            throw broken("while it answered '" + question + "', " + off.getMessage(), off.isByEnd());
        }
    }

    /** @param ended whether the program has ended, or is about to */
    private ConnectorException broken(String how, boolean ended) {
        String end = ended ? " (" + end() + ")" : "";
        kill();
        return new ConnectorException(
                question.equals(HELLO)
                        ? ConnectorException.Code.NO_START_CONNECTION
                        : ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Connector '" + settings.connector() + "': the program '"
                        + settings.masked(String.join(" ", settings.command())) + "' failed: " + settings.masked(how)
                        + end);
    }

    private String end() {
        try {
            return program.end();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Nobody takes the rest of the answer: a program that has not ended it cannot be asked anything else. */
    void abandon() {
        if (answering) {
            kill();
        }
    }

    /** Ends the program at once. */
    void kill() {
        broken = true;
        program.kill();
    }

    /** Lets the program end by itself; one that is still answering is killed. */
    @Override
    public void close() {
        if (broken || answering) {
            kill();
        } else {
            program.close();
        }
    }
}
