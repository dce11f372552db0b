package org.iochub.declarative.internal.fetch.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.Text;

/**
 * Which files of a directory are read, when, and what becomes of them: the same for FTP, SFTP and folders. Immutable.
 *
 * @param include globs over the path below the directory; one without a slash looks at the name alone
 * @param settle how long a file's size and time must have stood still
 * @param done the suffix of the marker that says that a file is whole
 * @param byTime oldest first instead of by name
 * @param atOnce files to read in one look at the directory
 */
public record FilePlan(
        Template directory,
        boolean recursive,
        List<String> include,
        Template settle,
        Optional<String> done,
        After after,
        String moveTo,
        boolean byTime,
        Template every,
        int atOnce) {
    /** What becomes of a file whose records are durable. */
    public enum After {
        KEEP,
        MOVE,
        DELETE
    }

    static final String USUAL_PLACE = ".done";

    static FilePlan of(Options options) {
        Options after = options.at("after");
        boolean moves = after.has("move");
        String word = after.node().asText("");
        List<String> include = new ArrayList<>();
        if (options.node().path("include").isTextual()) {
            include.add(options.word("include", ""));
        }
        options.node().path("include").forEach(glob -> include.add(glob.asText()));
        include.forEach(glob -> check(glob, options));
        return new FilePlan(
                options.text("directory", ""),
                options.flag("recursive", false),
                List.copyOf(include),
                options.span("settle", options.has("done") ? "0s" : "10s"),
                options.has("done") ? Optional.of(options.word("done", "")) : Optional.empty(),
                moves || word.isEmpty() || word.equals("move")
                        ? After.MOVE
                        : word.equals("delete") ? After.DELETE : After.KEEP,
                after.word("move", USUAL_PLACE),
                options.word("order", "name").equals("time"),
                options.span("every", "30s"),
                options.number("filesAtOnce", 200));
    }

    private static void check(String glob, Options options) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            options.problems()
                    .add(
                            options.pointer("include"),
                            Text.of(
                                    "«" + glob + "» không phải mẫu tên tệp; hãy viết như *.csv hoặc **/*.xml.",
                                    "\"" + glob + "\" is no file pattern; write it like *.csv or **/*.xml."));
        }
    }

    /** Whether a file is one of the source's. */
    boolean includes(String path) {
        if (include.isEmpty()) {
            return true;
        }
        Path whole = Path.of(path);
        for (String glob : include) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            Path looked = glob.contains("/") ? whole : whole.getFileName();
            // A glob's «**/» wants at least one directory; people mean none too.
            boolean top = glob.startsWith("**/")
                    && FileSystems.getDefault()
                            .getPathMatcher("glob:" + glob.substring(3))
                            .matches(whole);
            if (matcher.matches(looked) || top) {
                return true;
            }
        }
        return false;
    }

    /** What every address of this plan says. */
    String parameters(long everyMillis) {
        StringBuilder parameters = new StringBuilder("?initialDelay=0&autoCreate=false&eagerMaxMessagesPerPoll=false")
                .append("&recursive=")
                .append(recursive)
                .append("&delay=")
                .append(everyMillis)
                .append("&maxMessagesPerPoll=")
                .append(atOnce);
        done.ifPresent(suffix -> parameters.append("&doneFileName=${file:name}").append(suffix));
        switch (after) {
            case KEEP -> parameters.append("&noop=true&idempotent=false");
            case DELETE -> parameters.append("&delete=true");
            case MOVE ->
                // Stamped, because servers refuse to move onto a file that is there: a corrected file has its old name.
                parameters.append("&move=").append(moveTo).append("/${file:name}.${date:now:yyyyMMddHHmmssSSS}");
        }
        return parameters.toString();
    }
}
