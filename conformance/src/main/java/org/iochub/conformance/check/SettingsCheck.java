package org.iochub.conformance.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.iochub.api.SettingKey;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Kind;
import org.iochub.model.Text;

/** Every key is described where the person who configures an instance looks. */
final class SettingsCheck implements Check {
    /** The sections of every adapter's README, in this order. */
    static final List<String> SECTIONS = List.of(
            "What it is",
            "Source and format",
            "Settings",
            "Records and how each field is filled",
            "Identity, version, checkpoint",
            "Traps",
            "Trying it");

    private static final Path TEMPLATE = Path.of("src/main/cfg/org.iochub.source-example.cfg");

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public Text title() {
        return Text.of("Mỗi khóa cấu hình được giải thích", "Every setting is described");
    }

    @Override
    public Outcome run(Examination examination) throws IOException {
        List<SettingKey> keys =
                examination.subject().adapter().descriptor().settings().keys();
        List<Finding> findings = new ArrayList<>();
        keys.forEach(key -> Bilingual.check("settings." + key.name(), key.title(), findings));
        if (examination.subject().folder().isPresent()) {
            Path folder = examination.subject().folder().get();
            readme(folder.resolve("README.md"), keys, findings);
            if (examination.subject().kind() == Kind.JAVA) {
                template(folder.resolve(TEMPLATE), keys, findings);
            }
        }
        return Outcome.of(findings);
    }

    private static void readme(Path file, List<SettingKey> keys, List<Finding> findings) throws IOException {
        if (!Files.isRegularFile(file)) {
            findings.add(Finding.of(
                    "README.md",
                    "Thiếu tệp README.md; hãy viết với các mục: " + String.join("; ", SECTIONS) + ".",
                    "README.md is missing; write it with the sections: " + String.join("; ", SECTIONS) + "."));
            return;
        }
        String text = Files.readString(file);
        List<String> sections = text.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .filter(SECTIONS::contains)
                .toList();
        if (!sections.equals(SECTIONS)) {
            findings.add(Finding.of(
                    "README.md",
                    "Các mục phải là, theo thứ tự: " + String.join("; ", SECTIONS) + "; đang có: "
                            + String.join("; ", sections) + ".",
                    "The sections have to be, in this order: " + String.join("; ", SECTIONS) + "; there are: "
                            + String.join("; ", sections) + "."));
        }
        for (SettingKey key : keys) {
            if (!text.contains("`" + key.name() + "`")) {
                findings.add(Finding.of(
                        "README.md",
                        "Không nói về khóa `" + key.name() + "`; hãy thêm vào mục Settings.",
                        "Says nothing of the key `" + key.name() + "`; add it to the section Settings."));
            }
        }
    }

    private static void template(Path file, List<SettingKey> keys, List<Finding> findings) throws IOException {
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        for (SettingKey key : keys) {
            Pattern line = Pattern.compile("^#?\\s*" + Pattern.quote(key.name()) + "\\s*=", Pattern.MULTILINE);
            if (!line.matcher(text).find()) {
                findings.add(Finding.of(
                        TEMPLATE.toString(),
                        "Thiếu dòng cho khóa " + key.name() + "; hãy thêm một ví dụ, đặt # ở đầu nếu không bắt buộc.",
                        "Has no line for the key " + key.name() + "; add an example, behind a # when it is optional."));
            }
        }
    }
}
