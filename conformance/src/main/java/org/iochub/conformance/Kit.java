package org.iochub.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.conformance.adapter.Instance;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Unusable;
import org.iochub.conformance.check.AllChecks;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;

/** Asks an adapter every question and puts the answers together. */
public final class Kit {
    private final List<Check> checks;
    private final Areas areas;

    public Kit() {
        this(AreaRegistry.builtIn());
    }

    /** @param areas the administrative units that the adapter's instances will know */
    public Kit(Areas areas) {
        this(AllChecks.inOrder(), areas);
    }

    Kit(List<Check> checks, Areas areas) {
        this.checks = checks;
        this.areas = areas;
    }

    /** The fixtures with what they give, without asking anything; empty when no instance can be made. */
    public Optional<Examination> examination(Subject subject) {
        return bound(subject) instanceof Instance.Bound.Ready ready
                ? Optional.of(new Examination(subject, ready.instance()))
                : Optional.empty();
    }

    private Instance.Bound bound(Subject subject) {
        return Instance.bind(subject.adapter(), subject.instance(), areas);
    }

    /** The answers for an adapter; closes nothing. */
    public Report examine(Subject subject) throws Exception {
        Instance.Bound bound = bound(subject);
        if (bound instanceof Instance.Bound.Wrong wrong) {
            List<Finding> findings = wrong.faults().stream()
                    .map(fault -> new Finding("fixtures/instance.cfg " + fault.where(), fault.message()))
                    .toList();
            return new Report(subject.path(), Optional.of(subject), refused("settings", findings), List.of());
        }
        try (Examination examination = new Examination(subject, ((Instance.Bound.Ready) bound).instance())) {
            List<Result> results = new ArrayList<>();
            for (Check check : checks) {
                results.add(judged(check, outcome(check, examination), subject));
            }
            results.add(waivers(subject, results));
            return new Report(subject.path(), Optional.of(subject), results, examination.cases());
        }
    }

    /** The answer for an adapter that cannot be asked. */
    public Report unusable(java.nio.file.Path path, Unusable why) {
        return new Report(path, Optional.empty(), refused(why.check(), why.findings()), List.of());
    }

    private List<Result> refused(String id, List<Finding> findings) {
        Text title = checks.stream()
                .filter(check -> check.id().equals(id))
                .map(Check::title)
                .findFirst()
                .orElse(Text.of(id, id));
        return List.of(new Result(id, title, Result.Status.FAILED, findings, List.of(), Optional.empty()));
    }

    private static Outcome outcome(Check check, Examination examination) {
        try {
            return check.run(examination);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notDone(e);
        } catch (Exception | LinkageError e) {
            return notDone(e);
        }
    }

    private static Outcome notDone(Throwable e) {
        return Outcome.of(List.of(Finding.of(
                "",
                "Không kiểm tra được: " + e + "; nếu bộ kết nối gây ra lỗi này, hãy sửa nó.",
                "This could not be checked: " + e + "; if the adapter causes it, mend it there.")));
    }

    private static Result judged(Check check, Outcome outcome, Subject subject) {
        Optional<String> waiver = subject.waivers().reason(check.id()).filter(reason -> !reason.isBlank());
        Result.Status status;
        Optional<Text> reason = outcome.without();
        if (outcome.without().isPresent()) {
            status = Result.Status.NOT_APPLICABLE;
        } else if (outcome.passed()) {
            status = Result.Status.PASSED;
        } else if (waiver.isPresent()) {
            status = Result.Status.WAIVED;
            reason = waiver.map(text -> Text.of(text, text));
        } else {
            status = Result.Status.FAILED;
        }
        return new Result(check.id(), check.title(), status, outcome.findings(), outcome.notes(), reason);
    }

    /** A waiver that is not needed hides the day on which it would be. */
    private Result waivers(Subject subject, List<Result> results) {
        List<Finding> findings = new ArrayList<>();
        subject.waivers().reasons().forEach((check, reason) -> {
            Stream<Result> named = results.stream().filter(result -> result.id().equals(check));
            Optional<Result> result = named.findFirst();
            String where = subject.waivers().file() + " " + check;
            if (result.isEmpty()) {
                findings.add(unknown(where, check));
            } else if (reason.isBlank()) {
                findings.add(Finding.of(
                        where,
                        "Miễn kiểm tra «" + check + "» mà không có lý do; hãy viết lý do.",
                        "The check \"" + check + "\" is waived without a reason; write one."));
            } else if (result.get().status() != Result.Status.WAIVED) {
                findings.add(Finding.of(
                        where,
                        "Kiểm tra «" + check + "» không cần miễn nữa; hãy xóa dòng này.",
                        "The check \"" + check + "\" needs no waiver; delete it."));
            }
        });
        return new Result(
                "waivers",
                Text.of("Mỗi miễn trừ có lý do và còn cần", "Every waiver has a reason and is needed"),
                findings.isEmpty() ? Result.Status.PASSED : Result.Status.FAILED,
                findings,
                List.of(),
                Optional.empty());
    }

    private Finding unknown(String where, String check) {
        List<String> ids = checks.stream().map(Check::id).toList();
        String nearest = org.iochub.core.settings.Nearest.of(check, ids).orElse(String.join(", ", ids));
        return Finding.of(
                where,
                "Không có kiểm tra «" + check + "»; có lẽ là «" + nearest + "».",
                "There is no check \"" + check + "\"; perhaps \"" + nearest + "\" is meant.");
    }
}
