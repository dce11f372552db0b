package org.iochub.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.conformance.adapter.Unusable;
import org.iochub.conformance.report.HtmlReport;
import org.iochub.conformance.report.JsonOutput;
import org.iochub.conformance.report.TextOutput;

/** {@code ./hub check}. */
final class CheckCommand {
    private final Subjects subjects;
    private final PrintStream out;
    private final Kit kit;

    CheckCommand(Subjects subjects, PrintStream out) {
        this(subjects, out, new Kit());
    }

    CheckCommand(Subjects subjects, PrintStream out, Kit kit) {
        this.subjects = subjects;
        this.out = out;
        this.kit = kit;
    }

    /** @return the exit code: 0 when all passed or were waived, else 1 */
    int run(Options options) throws Exception {
        Path path = options.path().orElseThrow();
        if (options.accept()) {
            accept(path);
        }
        Report report = report(path, options);
        if (options.report().isPresent()) {
            Files.writeString(options.report().get(), new HtmlReport().of(report), StandardCharsets.UTF_8);
        }
        if (options.json()) {
            out.write(new ChangeJson().pretty(JsonOutput.of(report)));
        } else {
            out.print(new TextOutput(options.language()).of(report));
        }
        out.flush();
        return report.passed() ? 0 : 1;
    }

    private Report report(Path path, Options options) throws Exception {
        try (Subject subject = subjects.open(path)) {
            return kit.examine(subject);
        } catch (Unusable e) {
            return kit.unusable(path, e);
        }
    }

    /** Writes what the fixtures give now as what they should give, for the author to review. */
    private void accept(Path path) throws Exception {
        try (Subject subject = subjects.open(path)) {
            Path folder = subject.folder()
                    .orElseThrow(() -> Usage.of(
                            "--accept cần thư mục của bộ kết nối, không phải tệp JAR.",
                            "--accept takes the folder of an adapter, not a jar."))
                    .resolve("fixtures");
            Optional<Examination> examination = kit.examination(subject);
            if (examination.isEmpty()) {
                return;
            }
            ChangeJson json = new ChangeJson();
            for (Examination.Case one : examination.get().cases()) {
                write(folder.resolve(one.fixture().expectedFile()), json.pretty(json.of(one.mapped())));
            }
        } catch (Unusable e) {
            // The report that follows says why.
        }
    }

    private static void write(Path file, byte[] text) throws IOException {
        if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), text)) {
            Files.write(file, text);
        }
    }
}
