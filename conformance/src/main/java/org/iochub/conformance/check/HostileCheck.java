package org.iochub.conformance.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.KitMessage;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.Text;

/** Whatever a source sends, the adapter refuses it in time and within the memory there is. */
final class HostileCheck implements Check {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** What an input led to. */
    private record Run(Optional<Mapped.Ending> ending, long records, boolean refused, boolean complete) {}

    private final Duration longest;

    HostileCheck() {
        this(LONGEST);
    }

    HostileCheck(Duration longest) {
        this.longest = longest;
    }

    @Override
    public String id() {
        return "hostile";
    }

    @Override
    public Text title() {
        return Text.of(
                "Dữ liệu cụt, rỗng, khổng lồ, rác không làm hỏng",
                "Truncated, empty, huge or garbled input never crashes it");
    }

    @Override
    public Outcome run(Examination examination) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Optional<Fixture> model = examination.cases().stream()
                .map(Examination.Case::fixture)
                .filter(fixture -> !fixture.poison())
                .findFirst();
        if (model.isEmpty()) {
            return Outcome.notApplicable("chưa có mẫu", "there is no fixture yet");
        }
        for (HostileInputs.Input input : HostileInputs.of(model.get().raw())) {
            Optional<Run> run = run(examination, model.get(), input);
            if (run.isEmpty()) {
                findings.add(finding(
                        input,
                        "Không kết thúc trong " + longest.toSeconds() + " s; hãy đặt giới hạn khi đọc.",
                        "Did not end within " + longest.toSeconds() + " s; bound what is read."));
                // It still runs: what follows could not be measured.
                break;
            }
            judge(input, run.get()).ifPresent(findings::add);
        }
        return Outcome.of(findings);
    }

    /** Empty when it took too long. */
    private Optional<Run> run(Examination examination, Fixture fixture, HostileInputs.Input input)
            throws InterruptedException {
        FutureTask<Run> task = new FutureTask<>(() -> read(examination, fixture, input));
        Thread thread = new Thread(task, "hostile");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Run read(Examination examination, Fixture fixture, HostileInputs.Input input) {
        long[] records = new long[1];
        boolean[] seen = new boolean[2];
        KitMessage message = KitMessage.of(fixture, input.size(), input.body(), Examination.CLOCK);
        Optional<Mapped.Ending> ending =
                Mapped.each(examination.instance().normalizer(Examination.CLOCK), message, change -> {
                    records[0]++;
                    seen[0] |= change instanceof Change.Refusal;
                    seen[1] |= change instanceof Change.ListComplete;
                });
        return new Run(ending, records[0], seen[0] || ending.isPresent(), seen[1]);
    }

    private static Optional<Finding> judge(HostileInputs.Input input, Run run) {
        if (run.ending().filter(e -> e.kind() == Mapped.Ending.Kind.CRASHED).isPresent()) {
            Text what = run.ending().get().fault().message();
            return Optional.of(finding(
                    input,
                    "Bộ kết nối hỏng (" + what.vi() + "); hãy trả về Refusal hoặc ném FaultException.",
                    "The adapter broke (" + what.en() + "); return a Refusal or throw a FaultException."));
        }
        if (run.ending().filter(e -> e.kind() == Mapped.Ending.Kind.AGAIN).isPresent()) {
            Text what = run.ending().get().fault().message();
            return Optional.of(finding(
                    input,
                    "Nội dung hỏng bị coi là lỗi đọc (" + what.vi() + ") nên thông điệp sẽ gửi lại mãi; hãy ném"
                            + " FaultException.",
                    "Broken content counts as a failed read (" + what.en()
                            + "), so the message comes again for ever; throw" + " a FaultException."));
        }
        if (run.complete() && !input.whole()) {
            return Optional.of(finding(
                    input,
                    "Thông điệp hỏng được coi là danh sách đầy đủ, sẽ xóa mọi bản ghi; chỉ báo ListComplete khi đã đọc được"
                            + " danh sách.",
                    "The message counts as a complete list, which deletes every record; say ListComplete only after a list"
                            + " was read."));
        }
        if (input.refusable() && !run.refused()) {
            return Optional.of(finding(
                    input,
                    "Thông điệp hỏng được nhận mà không từ chối gì; hãy từ chối để người vận hành biết.",
                    "The message is taken and nothing of it refused; refuse it, so that somebody hears of it."));
        }
        return Optional.empty();
    }

    private static Finding finding(HostileInputs.Input input, String vi, String en) {
        return Finding.of("", input.name().vi() + ": " + vi, input.name().en() + ": " + en);
    }
}
