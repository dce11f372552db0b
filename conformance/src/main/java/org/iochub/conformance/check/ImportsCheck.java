package org.iochub.conformance.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.deploy.internal.AdapterRules;
import org.iochub.model.Text;

/** The bundle is one that the gate lets in: by the gate's own rules, and without a copy of the hub inside. */
final class ImportsCheck implements Check {
    private static final Pattern HUB = Pattern.compile(
            "(org/iochub/(model|api|core|store|cluster|declarative|deploy|feed|shell|testkit)|org/apache/camel)/.*\\.class");

    @Override
    public String id() {
        return "imports";
    }

    @Override
    public Text title() {
        return Text.of("Chỉ dùng những gì bộ kết nối được thấy", "It uses only what an adapter may see");
    }

    @Override
    public Outcome run(Examination examination) throws IOException {
        Optional<Path> jar = examination.subject().jar();
        if (jar.isEmpty()) {
            return Outcome.notApplicable(
                    "nguồn khai báo không có lớp Java", "a declarative source has no classes of its own");
        }
        List<Finding> findings = new ArrayList<>();
        String file = jar.get().getFileName().toString();
        AdapterRules.refusal(jar.get()).ifPresent(why -> findings.add(new Finding(file, why)));
        try (JarFile zip = new JarFile(jar.get().toFile())) {
            zip.stream()
                    .filter(entry -> HUB.matcher(entry.getName()).matches())
                    .findFirst()
                    .ifPresent(
                            entry -> findings.add(
                                    Finding.of(
                                            file + "!/" + entry.getName(),
                                            "Tệp JAR mang theo lớp của hub; hãy để hub cung cấp (phạm vi provided, không nhúng).",
                                            "The jar carries a class of the hub; let the hub provide it (scope provided, not embedded).")));
        }
        return Outcome.of(findings);
    }
}
