package org.iochub.core.quarantine;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.Fault;

/**
 * The place in a raw form that a fault speaks of, with what stands around it. It is as personal as the raw form.
 *
 * @param fault the exact characters; empty when the fault is where the text ends
 * @param offset how many characters stand before it in the raw form
 * @param line from 1
 * @param column from 1, in characters
 */
public record FaultMark(String before, String fault, String after, int offset, int line, int column) {
    /** More of a raw form is not looked through. */
    public static final int LOOKED_AT = 64 * 1024;

    private static final int AROUND = 200;
    private static final int LONGEST = 300;
    private static final Pattern BYTE = Pattern.compile("\\bbyte (\\d{1,9})");
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,6}),? column (\\d{1,6})");
    private static final Pattern QUOTED = Pattern.compile("«([^»]{1,200})»");

    private record Span(int from, int to) {}

    /**
     * By the byte, the line and column, the field's path or the value that the fault names, whichever is found first; empty
     * when none is, or when the raw form is no text.
     *
     * @param raw the first bytes of the raw form, {@link #LOOKED_AT} at most
     */
    public static Optional<FaultMark> of(byte[] raw, Fault fault) {
        String text = new String(raw, StandardCharsets.UTF_8);
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return atByte(raw, fault)
                .or(() -> atLine(text, fault))
                .or(() -> atField(text, fault))
                .or(() -> atValue(text, fault))
                .map(span -> mark(text, span));
    }

    private static Optional<Span> atByte(byte[] raw, Fault fault) {
        Matcher at = BYTE.matcher(fault.message().en());
        if (!at.find() || Integer.parseInt(at.group(1)) > raw.length) {
            return Optional.empty();
        }
        int from = new String(raw, 0, Integer.parseInt(at.group(1)), StandardCharsets.UTF_8).length();
        return Optional.of(new Span(from, from + 1));
    }

    private static Optional<Span> atLine(String text, Fault fault) {
        Matcher at = LINE.matcher(fault.where() + " " + fault.message().en());
        if (!at.find()) {
            return Optional.empty();
        }
        int start = 0;
        for (int line = 1; line < Integer.parseInt(at.group(1)); line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return Optional.empty();
            }
        }
        int from = start + Integer.parseInt(at.group(2)) - 1;
        return from <= text.length() ? Optional.of(new Span(from, from + 1)) : Optional.empty();
    }

    /** The last name of the path: a member of JSON, an element or an attribute of XML. */
    private static Optional<Span> atField(String text, Fault fault) {
        String path = fault.where().replaceAll("\\[[^\\]]*\\]", "");
        String name = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
        if (name.isBlank() || name.length() > 100) {
            return Optional.empty();
        }
        String quoted = Pattern.quote(name.replaceFirst("^@", ""));
        Matcher field = Pattern.compile("\"" + quoted
                        + "\"\\s*:\\s*(?<json>\"(?:[^\"\\\\]|\\\\.){0,300}\"?|[^,}\\]\\s]{1,300})"
                        + "|<(?:[\\w.-]+:)?" + quoted + "(?:\\s[^>]{0,300})?>(?<xml>[^<]{0,300})"
                        + "|\\s" + quoted + "\\s*=\\s*[\"'](?<attribute>[^\"']{0,300})")
                .matcher(text);
        if (!field.find()) {
            return Optional.empty();
        }
        String group = field.group("json") != null ? "json" : field.group("xml") != null ? "xml" : "attribute";
        return Optional.of(new Span(field.start(group), field.end(group)));
    }

    private static Optional<Span> atValue(String text, Fault fault) {
        Matcher value = QUOTED.matcher(fault.message().vi());
        while (value.find()) {
            int from = text.indexOf(value.group(1));
            if (from >= 0) {
                return Optional.of(new Span(from, from + value.group(1).length()));
            }
        }
        return Optional.empty();
    }

    private static FaultMark mark(String text, Span span) {
        int from = Math.min(span.from(), text.length());
        int to = Math.min(Math.min(span.to(), from + LONGEST), text.length());
        String head = text.substring(0, from);
        return new FaultMark(
                text.substring(Math.max(0, from - AROUND), from),
                text.substring(from, to),
                text.substring(to, Math.min(text.length(), to + AROUND)),
                from,
                1 + (int) head.chars().filter(c -> c == '\n').count(),
                from - head.lastIndexOf('\n'));
    }
}
