package org.iochub.deploy.internal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iochub.core.declarative.Mistake;
import org.iochub.model.Text;

/** Words the mistakes of a declarative source's file: one line each, as compilers do. */
final class Mistakes {
    private static final int MOST = 20;
    private static final int LONGEST = 400;

    private Mistakes() {}

    static Refused refused(String file, List<Mistake> mistakes) {
        int more = mistakes.size() - MOST;
        String vi = "Tệp có " + mistakes.size() + " lỗi:\n" + lines(file, mistakes, Text::vi)
                + (more > 0 ? "\n… và " + more + " lỗi nữa." : "");
        String en = "The file has " + mistakes.size() + (mistakes.size() == 1 ? " mistake:\n" : " mistakes:\n")
                + lines(file, mistakes, Text::en)
                + (more > 0 ? "\n… and " + more + " more." : "");
        return new Refused(vi, en);
    }

    private static String lines(String file, List<Mistake> mistakes, Function<Text, String> language) {
        return mistakes.stream()
                .limit(MOST)
                .map(one -> plain(file + ":" + one.line() + ":" + one.column()
                        + (one.key().isEmpty() ? "" : " " + one.key()) + ": " + language.apply(one.text())))
                .collect(Collectors.joining("\n"));
    }

    /** What stands in a file must not break the lines of a log. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
