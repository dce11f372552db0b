package org.iochub.shell.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.Replays;

@Command(
        scope = "hub",
        name = "renormalise",
        description = "Chuẩn hóa lại thông điệp lưu trữ bằng bộ kết nối hiện tại / Reads archived messages again",
        detailedDescription =
                "First dry: the messages of a period go through the adapter as it is now, nothing is written, and a report"
                        + " says by field what would differ and what consumers would get. Then for real, with the number of"
                        + " the dry run: what differs is in the feed as new versions with opreason=correction; what they"
                        + " replace stays in the history, and nothing replaces what arrived later. Jobs are watched and"
                        + " steered with hub:replay list, show, entries, pause, resume, cancel.\n\nEXAMPLE\n\n"
                        + "  hub:renormalise stations-hanoi --from 2026-03-01T00:00:00+07:00 --dry\n"
                        + "  hub:renormalise stations-hanoi --apply 4 --confirm --note \"codes mended\"\n"
                        + "  hub:renormalise stations-hanoi --report 4")
@Service
public final class RenormaliseCommand extends HubCommand {
    private static final int LONGEST_WAIT = 86_400;

    @Argument(name = "SOURCE", description = "Mã nguồn / The source's id", required = true, multiValued = true)
    @Completion(SourceIds.class)
    List<String> words = List.of();

    @Option(name = "--from", description = "Nhận từ thời điểm này / Received at or after this time")
    String from;

    @Option(name = "--to", description = "Nhận trước thời điểm này / Received before this time")
    String to;

    @Option(name = "--type", description = "Chỉ loại bản ghi này / Records of this type only")
    @Completion(RecordTypeNames.class)
    String type;

    @Option(name = "--dry", description = "Chạy thử, không ghi gì / Writes nothing (default)")
    boolean dry;

    @Option(name = "--apply", description = "Thực hiện lượt chạy thử này / Carries out this dry run")
    @Completion(ReplayIds.class)
    String apply;

    @Option(name = "--report", description = "Chỉ xem báo cáo của lượt này / Shows this job's report only")
    @Completion(ReplayIds.class)
    String report;

    @Option(name = "--confirm", description = "Xác nhận / Yes, really")
    boolean confirm;

    @Option(name = "--rate", description = "Thông điệp mỗi giây / Messages a second, 1 to 1000")
    int rate = ReplayRequest.USUAL_RATE;

    @Option(name = "--wait", description = "Chờ tối đa bấy nhiêu giây / Waits so many seconds at most, 0 for none")
    int wait = 600;

    @Option(name = "--note", description = "Vì sao / Why")
    String note = "";

    @Reference(optional = true)
    Renormalises renormalises;

    @Reference(optional = true)
    Replays replays;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        String source = argument();
        need(renormalises);
        need(replays);
        if (rate < 1 || rate > ReplayRequest.FASTEST || wait < 0 || wait > LONGEST_WAIT) {
            throw failure(
                    "--rate phải từ 1 đến 1000, --wait từ 0 đến 86400.",
                    "--rate must be 1 to 1000, --wait 0 to 86400.");
        }
        if (report != null) {
            show(job(report, source));
            return;
        }
        show(watch(apply == null ? dry(source) : apply(source)));
    }

    private Replay dry(String source) throws Exception {
        Replay job = renormalises.dry(new RenormaliseRequest(
                source,
                Selections.moment("--from", from),
                Selections.moment("--to", to),
                Optional.ofNullable(type),
                rate,
                actor(),
                note));
        changed(Long.toString(job.id()), Map.of("renormalise", job.selection()));
        return job;
    }

    private Replay apply(String source) throws Exception {
        if (dry || from != null || to != null || type != null) {
            throw failure(
                    "--apply thực hiện đúng những gì lượt chạy thử đã xem; bỏ --dry, --from, --to, --type.",
                    "--apply carries out exactly what the dry run looked at; leave --dry, --from, --to, --type out.");
        }
        Replay run = job(apply, source);
        if (!confirm) {
            long versions = renormalises.differences(run.id()).orElseThrow().tallies().entrySet().stream()
                    .filter(tally -> tally.getKey().startsWith("feed:"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            throw failure(
                    "Luồng sẽ có khoảng " + versions
                            + " phiên bản mới (opreason=correction); thêm --confirm để thực hiện.",
                    "The feed would get about " + versions
                            + " new versions (opreason=correction); add --confirm to do so.");
        }
        Replay job = renormalises.apply(run.id(), rate, actor(), note);
        changed(Long.toString(job.id()), Map.of("renormalise", job.selection()));
        return job;
    }

    private Replay watch(Replay started) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(wait);
        Replay now = started;
        long told = -1;
        while (now.state() == ReplayState.RUNNING && System.nanoTime() < until) {
            long had = now.total() - now.pending();
            if (!json && had != told) {
                out.println(had + "/" + now.total());
                told = had;
            }
            TimeUnit.MILLISECONDS.sleep(500);
            now = replays.get(started.id()).orElse(now);
        }
        if (!json && now.state() == ReplayState.RUNNING) {
            say(
                    "Lượt " + now.id() + " vẫn chạy; xem bằng hub:replay show " + now.id() + ".",
                    "Job " + now.id() + " runs on; hub:replay show " + now.id() + " shows it.");
        }
        return now;
    }

    private void show(Replay job) throws Exception {
        DifferenceReport differences = renormalises.differences(job.id()).orElseThrow();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("replay", ReplayViews.json(job));
            document.put("differences", new ObjectMapper().readValue(differences.toJson(), Map.class));
            out.println(Json.pretty(document));
            return;
        }
        ReplayViews.sheet(job).print(out);
        out.println();
        DifferenceViews.print(differences, out);
    }

    private Replay job(String text, String source) throws Exception {
        try {
            return replays.get(Long.parseLong(text))
                    .filter(job -> job.renormalisation()
                            .filter(plan -> plan.source().equals(source))
                            .isPresent())
                    .orElseThrow(() -> failure(
                            "Không có lượt chuẩn hóa lại số " + text + " của nguồn này.",
                            "There is no re-normalising job number " + text + " of this source."));
        } catch (NumberFormatException e) {
            throw failure("«" + text + "» không phải là số của lượt.", "«" + text + "» is no job's number.");
        }
    }
}
