package org.syncline.dsl.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Says in plain words why a file is not XML, and where. Reads the parser's English messages. */
final class SyntaxErrors {
    private static final Pattern LONE_AMPERSAND = Pattern.compile(
            "<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?]]>|&(?!(?:amp|lt|gt|quot|apos|#\\d+|#x[\\da-fA-F]+);)(\\w*;)?");

    private static final Pattern NAME = Pattern.compile("[\\w.-]");

    /**
     * A message of the parser and what it means; {@code $1} stands for what the message quotes.
     *
     * @param begin what the wrong place begins with, to be searched backwards from where the parser stopped; null for there
     */
    private record Meaning(Pattern message, String begin, String meaning, String suggestion) {
        Meaning(String message, String begin, String meaning, String suggestion) {
            this(Pattern.compile(message), begin, meaning, suggestion);
        }
    }

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("Open quote is expected for attribute \"(.*)\" associated.*", null,
                    "The value of $1 is not in quotes", "write $1=\"...\""),
            new Meaning("Attribute name \"(.*)\" associated.*must be followed.*", null,
                    "The attribute $1 has no value", "write $1=\"...\""),
            new Meaning("Attribute \"(.*)\" was already specified for element \"(.*)\".*", "$1",
                    "<$2> has the attribute $1 twice", null),
            new Meaning("The value of attribute \"(.*)\" associated.*'<' character.*", null,
                    "The value of $1 contains the character <", "write &lt; for it, or end the value with a quote"),
            new Meaning("Element type \"(.*)\" must be followed by.*", null,
                    "The tag <$1> is broken here", "a space, a quote or the closing > is missing"),
            new Meaning("The end-tag for element type \"(.*)\" must end.*", "</$1",
                    "The tag </$1 is not closed", "write </$1>"),
            new Meaning("The content of elements must consist.*", "<",
                    "A lone < is not allowed in XML", "write &lt; for it"),
            new Meaning("The prefix \"(.*)\" for.*not bound.*", "$1:", "The prefix $1: is not declared",
                    "leave it out"),
            new Meaning("DOCTYPE is disallowed.*", "<!DOCTYPE",
                    "A document type is not allowed", "leave out <!DOCTYPE ...>"),
            new Meaning("Premature end of file.*", null, "The file is empty", null),
            new Meaning("Content is not allowed in prolog.*", null, "There is text before the first element", null),
            new Meaning("(?:Content is not allowed in trailing|The markup in the document following the root).*", null,
                    "There is something after the end of the first element",
                    "a file has one element around all others"),
            new Meaning("The string \"--\" is not permitted.*", "--", "A comment contains --", "write a single hyphen"),
            new Meaning("The processing instruction target matching.*", "<?",
                    "<?xml ...?> stands in the wrong place", "it is the very beginning of a file"));

    private final SourceFile file;
    private final String text;

    SyntaxErrors(SourceFile file) {
        this.file = file;
        this.text = file.text().text();
    }

    void report(SAXParseException error) {
        String message = error.getMessage();
        boolean reported = message.startsWith("The element type") || message.startsWith("XML document structures")
                || message.startsWith("The end-tag") && isLongerName(error)
                        ? reportUnclosed()
                        : message.contains("entity") && reportAmpersands();
        if (!reported) {
            int offset = file.text().lines().offset(error.getLineNumber(), error.getColumnNumber());
            reportMeaning(message, Math.clamp(offset, 0, text.length()));
        }
    }

    /** Whether the parser stopped within the name of a tag, since that name only begins as the one it expected. */
    private boolean isLongerName(SAXParseException error) {
        int offset = file.text().lines().offset(error.getLineNumber(), error.getColumnNumber());
        return offset > 0 && offset < text.length() && NAME.matcher(text.substring(offset - 1, offset)).matches();
    }

    /** One of those that the parser cannot place. */
    void report(SAXException error) {
        reportMeaning(
                text.contains("<!DOCTYPE") ? "DOCTYPE is disallowed" : error.getMessage(), text.length());
    }

    private boolean reportUnclosed() {
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag tag : file.text().tags()) {
            if (tag.kind() == Tag.Kind.START) {
                open.push(tag);
            } else if (tag.kind() == Tag.Kind.END && !open.isEmpty()) {
                Tag started = open.pop();
                if (!started.name(text).equals(tag.name(text))) {
                    return reportUnclosed(started, tag);
                }
            }
        }
        return !open.isEmpty() && reportNeverClosed(open.peek());
    }

    private boolean reportUnclosed(Tag started, Tag ended) {
        String name = started.name(text);
        file.problem(ended.begin(), "</" + ended.name(text) + "> comes before the end of <" + name + ">",
                "close <" + name + "> of line " + file.location(started.begin()).line() + " with </" + name + ">");
        return true;
    }

    private boolean reportNeverClosed(Tag started) {
        String name = started.name(text);
        file.problem(started.begin(), "<" + name + "> is never closed", "its end is written </" + name + ">");
        return true;
    }

    private boolean reportAmpersands() {
        boolean found = false;
        Matcher matcher = LONE_AMPERSAND.matcher(text);
        while (matcher.find()) {
            if (matcher.group().startsWith("&")) {
                found = true;
                file.problem(matcher.start(), matcher.group(1) == null
                        ? "A lone & is not allowed in XML"
                        : matcher.group() + " is not known in XML", "write &amp; for the character &");
            }
        }
        return found;
    }

    private void reportMeaning(String message, int offset) {
        for (Meaning known : MEANINGS) {
            Matcher matcher = known.message().matcher(message);
            if (matcher.matches()) {
                file.problem(begin(known, matcher, offset), matcher.replaceFirst(known.meaning()),
                        known.suggestion() == null ? null : matcher.replaceFirst(known.suggestion()));
                return;
            }
        }
        file.problem(offset, message, null);
    }

    private int begin(Meaning known, Matcher matcher, int offset) {
        int found = known.begin() == null ? -1 : text.lastIndexOf(matcher.replaceFirst(known.begin()), offset - 1);
        return found < 0 ? offset : found;
    }
}
