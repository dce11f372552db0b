package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.api.Step;
import org.iochub.core.archive.Archive;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Text;
import org.iochub.model.text.FreeTextMask;

@Command(
        scope = "hub",
        name = "lineage",
        description = "Mỗi phiên bản của một bản ghi đến từ đâu / Where each version of a record came from",
        detailedDescription =
                "Newest arrival first; late marks an older version that arrived after a newer one. Below stand the steps"
                        + " that made the values of the current version, while its raw message is kept; personal data"
                        + " are masked.\n\n"
                        + "--message goes the other way: from a source's message to the records that it made.\n\n"
                        + "EXAMPLE\n\n  hub:lineage dossier 0c8s1q2kd5f7b3m9v4n6t8h2j0a5e7g1\n"
                        + "  hub:lineage --message one-stop sha256:6ca13d52ca70c883e0f0bb101e425a89e8624de51db2d2392593af6a84118090")
@Service
public final class LineageCommand extends OneRecord {
    private static final int MOST = 200;
    /** Each is a reading of a raw message. */
    private static final int MOST_EXPLAINED = 10;

    @Option(
            name = "--message",
            description = "TYPE là nguồn, ID là bản tin: các bản ghi nó tạo ra / TYPE is a source, ID a message of it")
    boolean message;

    @Reference(optional = true)
    MessageRecords messages;

    @Reference(optional = true)
    Archive archive;

    @Reference(optional = true)
    Explanations explanations;

    @Override
    void run() throws Exception {
        if (message) {
            MessageLineage.of(type, argument(), need(messages), Optional.ofNullable(archive))
                    .print(out, json);
            return;
        }
        current(); // says so when there is no such record
        List<StoredVersion> versions = records.history(type, recordId(), MOST);
        if (json) {
            out.println(Json.pretty(Map.of(
                    "versions",
                    versions.stream()
                            .map(version -> describe(version, versions.indexOf(version) < MOST_EXPLAINED))
                            .toList())));
            return;
        }
        Table table = Table.of("position", "recorded", "op", "source", "message", "at");
        for (StoredVersion version : versions) {
            LoggedRecord record = version.record();
            table.row(
                    version.late() ? "late" : record.position(),
                    Times.brief(record.recordedAt().toInstant()),
                    record.op().wireName(),
                    Table.cut(record.source(), 18),
                    Table.cut(FreeTextMask.mask(version.messageName()), 14),
                    Table.cut(version.rawPosition(), 8));
        }
        table.print(out);
        versions.stream()
                .flatMap(version -> version.notes().stream())
                .filter(note -> note.code().equals("raw-erased"))
                .distinct()
                .forEach(note -> Table.sheet().entry("raw", note.message()).print(out));
        steps(versions);
    }

    private void steps(List<StoredVersion> versions) throws Exception {
        LineageSteps steps = new LineageSteps(need(types), Optional.ofNullable(explanations));
        Optional<StoredVersion> standing =
                versions.stream().filter(version -> !version.late()).findFirst();
        Optional<List<Step>> told = standing.flatMap(steps::of);
        if (told.isPresent()) {
            LineageSteps.print(told.get(), out);
        } else {
            Text why = Text.of(
                    "Không kể được: bản gốc không còn, hoặc bộ kết nối đã đổi phiên bản.",
                    "They cannot be told: the raw message is not kept, or the adapter is another version now.");
            Table.sheet().entry("steps", why).print(out);
        }
    }

    private Map<String, Object> describe(StoredVersion version, boolean explained) {
        LoggedRecord record = version.record();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("position", record.position());
        document.put("version", record.version());
        document.put("op", record.op().wireName());
        Json.put(document, "reason", record.reason());
        document.put("recordedAt", record.recordedAt().toString());
        document.put("time", record.time().toString());
        document.put("source", record.source());
        document.put("late", version.late());
        version.key().order().ifPresent(order -> document.put("versionKey", order));
        document.put("message", FreeTextMask.mask(version.message()));
        document.put("messageName", FreeTextMask.mask(version.messageName()));
        document.put("rawPosition", version.rawPosition());
        version.receivedAt().ifPresent(at -> document.put("receivedAt", at.toString()));
        if (archive != null) {
            document.put("archived", MessageLineage.archived(archive, record.source(), version.message()));
        }
        Json.put(document, "checkpoint", version.checkpoint());
        Json.put(document, "batch", version.batch());
        document.put("adapter", version.adapter());
        document.put("adapterVersion", version.adapterVersion());
        if (explained) {
            new LineageSteps(types, Optional.ofNullable(explanations))
                    .of(version)
                    .ifPresent(steps -> document.put(
                            "steps", steps.stream().map(LineageSteps::json).toList()));
        }
        document.put("notes", version.notes().stream().map(FaultViews::json).toList());
        return document;
    }
}
