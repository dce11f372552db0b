package org.iochub.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.conformance.catalogue.Catalogue;
import org.iochub.conformance.scaffold.NewCommand;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaFolder;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;

/** What {@code tools/hub/check.sh} and {@code new.sh} run: {@code Main HOME check|new ARGUMENTS}. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            Path home = Path.of(args[0]);
            List<String> rest = Arrays.asList(args).subList(2, args.length);
            code = run(home, args[1], rest, out);
        } catch (Usage e) {
            err.println("hub: " + e.text().vi());
            err.println("hub: " + e.text().en());
            code = USAGE;
        } catch (Exception | LinkageError e) {
            err.println("hub: " + e);
            code = USAGE;
        }
        out.flush();
        // A reader that does not end has a thread of its own.
        Runtime.getRuntime().halt(code);
    }

    private static int run(Path home, String command, List<String> arguments, PrintStream out) throws Exception {
        Subjects subjects = Subjects.found(new ProjectBuilder(home, false));
        return switch (command) {
            case "check" -> {
                Options options = Options.parse(arguments);
                if (options.catalogue()) {
                    new Catalogue(home, subjects).write().forEach(out::println);
                    yield 0;
                }
                yield new CheckCommand(subjects, out, new Kit(areas(options))).run(options);
            }
            case "new" -> new NewCommand(home, Path.of(""), out).run(arguments);
            default -> throw new IllegalArgumentException(command);
        };
    }

    /** The hub's own, and those of the folder that was named. */
    private static Areas areas(Options options) throws IOException {
        if (options.areas().isEmpty()) {
            return AreaRegistry.builtIn();
        }
        Path folder = options.areas().get();
        if (!Files.isDirectory(folder)) {
            throw Usage.of("Không có thư mục " + folder + ".", "There is no folder " + folder + ".");
        }
        try {
            return AreaFolder.read(folder);
        } catch (FaultException e) {
            throw Usage.of(
                    folder + ": " + e.fault().message().vi(),
                    folder + ": " + e.fault().message().en());
        }
    }
}
