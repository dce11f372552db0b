package org.iochub.feed.internal.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.replay.Replays;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.replay.ReplayDocument;
import org.iochub.feed.internal.sources.Steering;

/** What those who steer a source do with its refused records: look at them by group, mend one, discard one. */
final class Settling {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final Quarantine quarantine;
    private final Replays replays;
    private final FaultView faults;
    private final Sources sources;

    Settling(Quarantine quarantine, Replays replays, FaultView faults, Sources sources) {
        this.sources = sources;
        this.quarantine = quarantine;
        this.replays = replays;
        this.faults = faults;
    }

    Response groups(UriInfo uri, SecurityContext security) {
        Caller caller = Caller.of(security);
        Params params = new Params(uri.getQueryParameters());
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        QuarantineFilter filter = new QuarantineFilter(
                set(params.many("source")), set(params.many("tenant")), params.one("stage"), params.one("reason"));
        List<Map<String, Object>> groups = new ArrayList<>();
        for (QuarantineGroup group : quarantine.groups(filter, limit)) {
            if (!QuarantineScope.allows(caller.grants(), group.example())) {
                continue;
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("source", group.source());
            document.put("stage", group.stage());
            document.put("reason", group.reason());
            document.put("count", group.count());
            document.put("first", group.first().toString());
            document.put("last", group.last().toString());
            Map<String, Object> example = new LinkedHashMap<>();
            example.put("id", group.example().id());
            example.put("position", group.example().position());
            example.put(
                    "fault",
                    faults.of(
                            group.example().fault(),
                            group.example().type(),
                            caller.grants().personal()));
            document.put("example", example);
            groups.add(document);
        }
        return json(200, Map.of("groups", groups));
    }

    /** The body is the raw form as it should have come. */
    Response mend(String id, UriInfo uri, SecurityContext security, InputStream body) throws IOException {
        String note = new Params(uri.getQueryParameters()).one("note").orElse("");
        long entry = entry(id, security);
        byte[] raw = body.readNBytes(ReplayStore.LARGEST_MEND + 1);
        if (raw.length == 0 || raw.length > ReplayStore.LARGEST_MEND) {
            throw Problem.of(
                            raw.length == 0 ? 400 : 413,
                            raw.length == 0 ? "empty" : "too-large",
                            "Hãy gửi dạng gốc đã sửa, từ 1 byte đến 1 MiB.",
                            "Send the mended raw form, 1 byte to 1 MiB.")
                    .raised();
        }
        return json(
                202,
                ReplayDocument.of(replays.mend(entry, raw, Caller.of(security).id(), note)));
    }

    Response mends(String id, SecurityContext security) {
        List<Map<String, Object>> mends = new ArrayList<>();
        for (Mend mend : replays.mends(entry(id, security))) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("no", mend.no());
            document.put("by", mend.by());
            document.put("note", mend.note());
            document.put("at", mend.at().toString());
            document.put("size", mend.size());
            document.put("sha256", mend.hash());
            mends.add(document);
        }
        return json(200, Map.of("mends", mends));
    }

    Response discard(String id, UriInfo uri, SecurityContext security) {
        Params params = new Params(uri.getQueryParameters());
        long entry = entry(id, security);
        String reason = params.one("reason").orElse("");
        if (reason.isBlank()) {
            throw Problems.badParameter("reason", "Bỏ một bản ghi cần lý do.", "Discarding an entry takes a reason.");
        }
        if (!params.flag("confirm")) {
            throw Problems.badParameter(
                    "confirm",
                    "Bỏ một bản ghi cần xác nhận: thêm confirm=true.",
                    "Discarding an entry must be confirmed: add confirm=true.");
        }
        replays.discard(entry, Caller.of(security).id(), reason);
        return json(200, Map.of("id", entry, "state", "discarded"));
    }

    private long entry(String id, SecurityContext security) {
        Caller caller = Caller.of(security);
        try {
            Quarantined entry = quarantine
                    .get(Long.parseLong(id))
                    .filter(found ->
                            caller.role().atLeast(Role.OPERATOR) || QuarantineScope.allows(caller.grants(), found))
                    .orElseThrow(Settling::none);
            Steering.requireEvenIfGone(sources, entry.source(), caller);
            return entry.id();
        } catch (NumberFormatException e) {
            throw none();
        }
    }

    private static RuntimeException none() {
        return Problems.notFound("Không có mục cách ly này.", "There is no such quarantine entry.");
    }

    private static Optional<Set<String>> set(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(values));
    }

    private static Response json(int status, Object document) {
        return Response.status(status)
                .entity(Json.bytes(document))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
