package org.iochub.routes.documents.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.record.Document.Attachment;

/** Brings together the files that the manifest names and those that came along. */
final class Attachments {
    /** Files that are archives themselves. */
    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jar", "epub", "kmz");

    private record Listed(Optional<String> name, Optional<String> contentType) {}

    private Attachments() {}

    static List<Attachment> of(Edxml edxml, List<Fault> notes) {
        Map<String, Listed> listed = manifest(edxml.root(), notes);
        List<Attachment> result = new ArrayList<>();
        for (EncodedFile file : edxml.files()) {
            Optional<Listed> entry = file.contentId().map(listed::remove);
            Optional<String> name = file.name()
                    .map(text ->
                            SourceText.mended(text, "AttachmentName", notes).strip())
                    .or(() -> entry.flatMap(Listed::name));
            Optional<String> type = file.contentType().or(() -> entry.flatMap(Listed::contentType));
            result.add(attachment(file.content(), name, type, notes));
        }
        listed.forEach((id, entry) -> {
            String name = entry.name().orElse(id);
            notes.add(Fault.of(
                    "attachment-missing",
                    "Reference",
                    "Tệp có trong danh mục nhưng không được gửi kèm; hãy yêu cầu nơi gửi gửi lại.",
                    "A file that the manifest names did not come along; ask the sender for it."));
            result.add(new Attachment(name, entry.contentType(), Optional.empty(), OptionalLong.empty()));
        });
        return result;
    }

    private static Map<String, Listed> manifest(XmlNode root, List<Fault> notes) {
        Map<String, Listed> listed = new LinkedHashMap<>();
        // Only there: a signature in the header has references of its own.
        for (XmlNode reference : root.anywhere("edXMLManifest").or(() -> root.anywhere("Manifest")).stream()
                .flatMap(manifest -> manifest.all("Reference").stream())
                .toList()) {
            Optional<String> name = Fields.prose(reference, notes, "AttachmentName");
            Fields.text(reference, "ContentId")
                    .map(Values::contentId)
                    .or(() -> name)
                    .ifPresent(id -> listed.put(id, new Listed(name, Fields.text(reference, "ContentType"))));
        }
        return listed;
    }

    private static Attachment attachment(
            FileContent content, Optional<String> named, Optional<String> type, List<Fault> notes) {
        boolean archive =
                named.map(Attachments::extension).map(ARCHIVES::contains).orElse(false);
        String name = named.or(content::wrappedName).orElse("(không tên)");
        Optional<Measured> measured =
                archive ? content.raw() : content.wrapped().or(content::raw);
        if (!archive && content.tooLarge()) {
            measured = Optional.empty();
            notes.add(Fault.of(
                    "attachment-too-large",
                    "Attachment",
                    "Một tệp nén bung ra vượt giới hạn maxAttachmentBytes nên không tính mã băm.",
                    "A zipped file unpacks to more than maxAttachmentBytes; it has no digest."));
        } else if (measured.isEmpty()) {
            notes.add(Fault.of(
                    "attachment-broken",
                    "Attachment",
                    "Nội dung một tệp trống hoặc không phải base64; hãy yêu cầu nơi gửi gửi lại.",
                    "A file's content is empty or no base64; ask the sender for it."));
        }
        return new Attachment(
                name,
                type,
                measured.map(Measured::sha256),
                measured.map(m -> OptionalLong.of(m.bytes())).orElse(OptionalLong.empty()));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
