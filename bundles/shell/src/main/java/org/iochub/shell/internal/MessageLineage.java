package org.iochub.shell.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.model.text.FreeTextMask;

/** A message, where it lies, and the records that it made. */
record MessageLineage(String source, String message, List<Map<String, Object>> arrivals, List<StoredVersion> versions) {
    private static final int MOST = 1_000;

    /** @throws CommandException when there is nothing of it */
    static MessageLineage of(String source, String message, MessageRecords messages, Optional<Archive> archive)
            throws CommandException {
        List<StoredVersion> versions = messages.of(source, message, Optional.empty(), MOST);
        List<Map<String, Object>> arrivals =
                archive.map(kept -> archived(kept, source, message)).orElse(List.of());
        if (versions.isEmpty() && arrivals.isEmpty()) {
            throw HubCommand.failure(
                    "Nguồn «" + source
                            + "» không có bản tin tên đó, hoặc nó không tạo bản ghi nào và không còn bản gốc.",
                    "The source «" + source
                            + "» has no message of that name, or it made no record and its raw form is not kept.");
        }
        return new MessageLineage(source, message, arrivals, versions);
    }

    /** Where its arrivals lie in the archive, newest first. */
    static List<Map<String, Object>> archived(Archive archive, String source, String message) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (ArchivedMessage arrival : archive.find(source, message)) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("place", arrival.place());
            place.put("receivedAt", arrival.receivedAt().toString());
            place.put("size", arrival.size());
            place.put("sha256", arrival.sha256());
            place.put("encrypted", arrival.encrypted());
            places.add(place);
        }
        return places;
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("source", source);
            document.put("message", FreeTextMask.mask(message));
            document.put("archived", arrivals);
            erased().findFirst().ifPresent(note -> document.put("erased", FaultViews.json(note)));
            document.put(
                    "records", versions.stream().map(MessageLineage::describe).toList());
            out.println(Json.pretty(document));
            return;
        }
        Table table = Table.of("position", "type", "id", "op");
        for (StoredVersion version : versions) {
            LoggedRecord record = version.record();
            table.row(
                    version.late() ? "late" : record.position(),
                    record.type(),
                    record.id().value(),
                    record.op().wireName());
        }
        table.print(out);
        erased().forEach(note -> Table.sheet().entry("raw", note.message()).print(out));
        arrivals.forEach(place -> out.println("archive " + place.get("place") + " " + place.get("size") + " B"));
    }

    /** That its raw form was removed on demand. */
    private Stream<Fault> erased() {
        return versions.stream()
                .flatMap(version -> version.notes().stream())
                .filter(note -> note.code().equals("raw-erased"))
                .limit(1);
    }

    private static Map<String, Object> describe(StoredVersion version) {
        LoggedRecord record = version.record();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", record.type());
        document.put("id", record.id().value());
        document.put("version", record.version());
        document.put("position", record.position());
        document.put("op", record.op().wireName());
        document.put("late", version.late());
        document.put("rawPosition", version.rawPosition());
        return document;
    }
}
