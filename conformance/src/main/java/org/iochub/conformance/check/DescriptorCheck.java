package org.iochub.conformance.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Kind;
import org.iochub.model.RecordType;
import org.iochub.model.Text;

/** The adapter says what it is, in both languages, and delivers what it says. */
final class DescriptorCheck implements Check {
    @Override
    public String id() {
        return "descriptor";
    }

    @Override
    public Text title() {
        return Text.of("Bản mô tả đầy đủ, hai ngôn ngữ", "The descriptor is complete and bilingual");
    }

    @Override
    public Outcome run(Examination examination) throws Exception {
        AdapterDescriptor<?> descriptor = examination.subject().adapter().descriptor();
        List<Finding> findings = new ArrayList<>();
        Bilingual.check("title", descriptor.title(), findings);
        Bilingual.check("description", descriptor.description(), findings);
        Bilingual.check("versionKey", descriptor.versionKey(), findings);
        folder(examination, descriptor.id(), findings);
        undeclared(examination, descriptor, findings);
        return Outcome.of(findings);
    }

    /** A folder of another name is found by nobody who looks for the adapter. */
    private static void folder(Examination examination, String id, List<Finding> findings) throws Exception {
        Optional<Path> folder = examination.subject().folder();
        if (folder.isPresent() && examination.subject().kind() == Kind.JAVA) {
            String name = folder.get().toRealPath().getFileName().toString();
            if (!name.equals(id)) {
                findings.add(Finding.of(
                        "id",
                        "Mã «" + id + "» khác tên thư mục «" + name + "»; hãy đặt cùng một tên.",
                        "The id \"" + id + "\" is not the folder's name \"" + name + "\"; give both one name."));
            }
        }
    }

    private static void undeclared(Examination examination, AdapterDescriptor<?> descriptor, List<Finding> findings) {
        List<String> declared =
                descriptor.recordTypes().stream().map(RecordType::name).toList();
        if (new TreeSet<>(declared).size() != declared.size()) {
            findings.add(Finding.of(
                    "recordTypes",
                    "Một loại bản ghi được nêu hai lần; hãy xóa bớt.",
                    "A record type is named twice; delete one."));
        }
        Stream<String> delivered = examination.cases().stream()
                .flatMap(one -> one.mapped().changes().stream())
                .flatMap(change -> type(change).stream());
        delivered
                .distinct()
                .filter(type -> !declared.contains(type))
                .forEach(type -> findings.add(Finding.of(
                        "recordTypes",
                        "Bộ kết nối tạo bản ghi «" + type + "» mà bản mô tả không nêu; hãy thêm vào.",
                        "The adapter delivers \"" + type + "\", which the descriptor does not name; add it.")));
    }

    private static Optional<String> type(Change change) {
        if (change instanceof Change.Upsert<?> upsert) {
            return Optional.of(upsert.type().name());
        }
        if (change instanceof Change.Patch patch) {
            return Optional.of(patch.type().name());
        }
        if (change instanceof Change.Delete delete) {
            return Optional.of(delete.type().name());
        }
        return change instanceof Change.ListComplete list
                ? Optional.of(list.type().name())
                : Optional.empty();
    }
}
