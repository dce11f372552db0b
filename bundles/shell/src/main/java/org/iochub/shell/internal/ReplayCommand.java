package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.Replays;

@Command(
        scope = "hub",
        name = "replay",
        description = "Chạy lại các bản ghi bị từ chối qua bộ kết nối hiện tại / Replays refused records",
        detailedDescription =
                "Actions: start, list, show ID, entries ID, pause ID, resume ID, cancel ID. A job takes what is open and"
                        + " fits the options at the moment it starts, in order of arrival, through the adapter as it is now;"
                        + " it survives a restart. What goes through is in the feed with opreason=replay.\n\nEXAMPLE\n\n"
                        + "  hub:replay start --source stations-hanoi --reason unknown-code --note \"codes mended\"\n"
                        + "  hub:replay start --ids 17,18\n"
                        + "  hub:replay start --since 2026-03-01T00:00:00+07:00 --rate 200\n"
                        + "  hub:replay list\n  hub:replay entries 3 --outcome refused\n  hub:replay pause 3")
@Service
public final class ReplayCommand extends HubCommand {
    private static final int MOST = 10_000;

    @Argument(
            name = "ACTION [ID]",
            description = "start, list, show, entries, pause, resume, cancel; số của lượt / the job's number",
            multiValued = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"start", "list", "show", "entries", "pause", "resume", "cancel"})
    List<String> words = List.of();

    @Option(name = "--source", description = "Chỉ của nguồn này / Of this source only")
    @Completion(SourceIds.class)
    String source;

    @Option(name = "--tenant", description = "Chỉ của cơ quan này / Of this authority only")
    @Completion(TenantIds.class)
    String tenant;

    @Option(name = "--stage", description = "read, normalize, validate, merge, orphan")
    @Completion(
            value = StringsCompleter.class,
            values = {"read", "normalize", "validate", "merge", "orphan"})
    String stage;

    @Option(name = "--reason", description = "Mã lý do / The reason's code")
    String reason;

    @Option(name = "--since", description = "Bị từ chối từ thời điểm này / Refused at or after this time")
    String since;

    @Option(name = "--until", description = "Bị từ chối trước thời điểm này / Refused before this time")
    String until;

    @Option(name = "--ids", description = "Số của bản ghi, cách nhau dấu phẩy / Entries' numbers, comma-separated")
    @Completion(QuarantineIds.class)
    String ids;

    @Option(name = "--all", description = "Tất cả bản ghi còn mở / Everything that is open")
    boolean all;

    @Option(name = "--rate", description = "Bản ghi mỗi giây / Entries a second, 1 to 1000")
    int rate = ReplayRequest.USUAL_RATE;

    @Option(name = "--batch", description = "Bản ghi mỗi lần đọc / Entries read at a time, 1 to 500")
    int batch = ReplayRequest.USUAL_BATCH;

    @Option(name = "--note", description = "Vì sao / Why")
    String note = "";

    @Option(name = "--outcome", description = "Chỉ kết quả này (entries) / This outcome only (entries)")
    @Completion(
            value = StringsCompleter.class,
            values = {"pending", "recorded", "unchanged", "outdated", "refused", "impossible", "gone"})
    String outcome;

    @Option(name = "-n", description = "Bao nhiêu dòng / How many lines")
    int count = 20;

    @Reference(optional = true)
    Replays replays;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        need(replays);
        if (count < 1 || count > MOST) {
            throw failure("-n phải từ 1 đến " + MOST + ".", "-n must be 1 to " + MOST + ".");
        }
        List<String> asked = arguments();
        String action = asked.isEmpty() ? "list" : asked.get(0);
        boolean takesId = !action.equals("list") && !action.equals("start");
        if (asked.size() > (takesId ? 2 : 1) || takesId && asked.size() < 2) {
            throw failure(
                    "Viết: hub:replay start|list, hoặc hub:replay show|entries|pause|resume|cancel SỐ.",
                    "Write hub:replay start|list, or hub:replay show|entries|pause|resume|cancel NUMBER.");
        }
        switch (action) {
            case "list" -> list();
            case "start" -> start();
            case "show" -> show(job(asked.get(1)));
            case "entries" -> entries(job(asked.get(1)));
            case "pause", "resume", "cancel" -> move(action, job(asked.get(1)));
            default ->
                throw failure(
                        "Không có thao tác «" + action + "»: start, list, show, entries, pause, resume, cancel.",
                        "There is no action «" + action + "»: start, list, show, entries, pause, resume, cancel.");
        }
    }

    private void start() throws Exception {
        if (rate < 1 || rate > ReplayRequest.FASTEST || batch < 1 || batch > ReplayRequest.LARGEST_BATCH) {
            throw failure(
                    "--rate phải từ 1 đến 1000, --batch từ 1 đến 500.", "--rate must be 1 to 1000, --batch 1 to 500.");
        }
        QuarantineFilter filter = Selections.filter(source, tenant, stage, reason, since, until, ids);
        if (filter.equals(QuarantineFilter.all()) && !all) {
            throw failure(
                    "Hãy chọn --source, --tenant, --stage, --reason, --since, --until, --ids, hoặc --all.",
                    "Choose --source, --tenant, --stage, --reason, --since, --until, --ids, or --all.");
        }
        Replay job = replays.start(new ReplayRequest(filter, rate, batch, actor(), note));
        changed(Long.toString(job.id()), Map.of("start", job.selection(), "entries", Long.toString(job.total())));
        show(job);
    }

    private void list() {
        List<Replay> jobs = replays.list(Long.MAX_VALUE, count);
        if (json) {
            out.println(Json.pretty(
                    Map.of("replays", jobs.stream().map(ReplayViews::json).toList())));
            return;
        }
        Table table = Table.of("id", "state", "started", "total", "left", "in", "refused", "selection");
        for (Replay job : jobs) {
            table.row(
                    job.id(),
                    job.state().wireName(),
                    Times.brief(job.createdAt()),
                    job.total(),
                    job.pending(),
                    job.outcomes().getOrDefault(Outcome.RECORDED, 0L),
                    job.outcomes().getOrDefault(Outcome.REFUSED, 0L),
                    Table.cut(job.selection(), 12));
        }
        table.print(out);
    }

    private void show(Replay job) {
        if (json) {
            out.println(Json.pretty(ReplayViews.json(job)));
        } else {
            ReplayViews.sheet(job).print(out);
        }
    }

    private void entries(Replay job) throws Exception {
        Optional<Outcome> only = Optional.empty();
        if (outcome != null) {
            try {
                only = Optional.of(Outcome.of(outcome));
            } catch (IllegalArgumentException e) {
                throw failure("Không có kết quả «" + outcome + "».", "There is no outcome «" + outcome + "».");
            }
        }
        List<ReplayItem> items = replays.items(job.id(), only, 0, count);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("replay", job.id());
            document.put("entries", items.stream().map(ReplayViews::json).toList());
            out.println(Json.pretty(document));
            return;
        }
        Table table = Table.of("entry", "source", "outcome", "adapter", "why");
        for (ReplayItem item : items) {
            table.row(
                    item.entry(),
                    Table.cut(item.source(), 18),
                    item.outcome().wireName(),
                    item.adapterVersion().isEmpty() ? "-" : Table.cut(item.adapterVersion(), 10),
                    item.fault().map(fault -> Table.cut(fault.code(), 20)).orElse("-"));
        }
        table.print(out);
    }

    private void move(String action, Replay job) {
        Replay moved = switch (action) {
            case "pause" -> replays.pause(job.id());
            case "resume" -> replays.resume(job.id());
            default -> replays.cancel(job.id());
        };
        changed(Long.toString(job.id()), Map.of("do", action));
        show(moved);
    }

    private Replay job(String text) throws Exception {
        try {
            return replays.get(Long.parseLong(text))
                    .orElseThrow(() -> failure(
                            "Không có lượt chạy lại số " + text + ".", "There is no replay number " + text + "."));
        } catch (NumberFormatException e) {
            throw failure("«" + text + "» không phải là số của lượt.", "«" + text + "» is no job's number.");
        }
    }
}
