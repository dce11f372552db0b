package org.iochub.shell.internal;

import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.quarantine.FaultMark;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.Quarantined;

@Command(
        scope = "hub",
        name = "quarantine-show",
        description = "Xem một bản ghi bị từ chối / Shows a refused record",
        detailedDescription = "--raw prints the raw form as it came, personal data included, and nothing else; with"
                + " --json it stands in the member raw, base64.\n\nEXAMPLE\n\n  hub:quarantine-show 17\n"
                + "  hub:quarantine-show 17 --raw")
@Service
public final class QuarantineShowCommand extends HubCommand {
    @Argument(name = "ID", description = "Số của bản ghi / The entry's number", required = true, multiValued = true)
    @Completion(QuarantineIds.class)
    List<String> words = List.of();

    @Option(name = "--raw", description = "Dạng gốc, không che / The raw form, unmasked")
    boolean raw;

    @Reference(optional = true)
    Quarantine quarantine;

    private long id;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        id = number(argument());
        Quarantined entry = need(quarantine)
                .get(id)
                .orElseThrow(() -> failure(
                        "Không có bản ghi bị từ chối số " + id + ".", "There is no refused record number " + id + "."));
        if (json) {
            Map<String, Object> document = QuarantineViews.json(entry);
            if (raw) {
                try (InputStream in = open()) {
                    document.put("raw", Base64.getEncoder().encodeToString(in.readAllBytes()));
                }
            }
            marked(entry).ifPresent(mark -> document.put("marked", QuarantineViews.json(mark)));
            out.println(Json.pretty(document));
        } else if (raw) {
            try (InputStream in = open()) {
                in.transferTo(out);
            }
            out.flush();
        } else {
            Table sheet = QuarantineViews.sheet(entry);
            marked(entry).ifPresent(mark -> sheet.entry("fault at", QuarantineViews.text(mark)));
            sheet.print(out);
        }
    }

    private Optional<FaultMark> marked(Quarantined entry) throws Exception {
        if (!entry.rawKept()) {
            return Optional.empty();
        }
        try (InputStream in = open()) {
            return FaultMark.of(in.readNBytes(FaultMark.LOOKED_AT), entry.fault());
        }
    }

    static long number(String text) throws Exception {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw failure("«" + text + "» không phải là số của bản ghi.", "«" + text + "» is no entry's number.");
        }
    }

    private InputStream open() throws Exception {
        return quarantine
                .raw(id)
                .orElseThrow(() -> failure(
                        "Dạng gốc của bản ghi này không được lưu (nguồn nhạy cảm).",
                        "The raw form of this record is not kept (sensitive source)."));
    }
}
