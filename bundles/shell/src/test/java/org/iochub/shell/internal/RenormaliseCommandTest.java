package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.difference.FieldChange;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.Replays;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

class RenormaliseCommandTest {
    private final List<String> done = new ArrayList<>();

    private RenormaliseCommand command(String... words) {
        RenormaliseCommand command = new RenormaliseCommand();
        command.renormalises = new Jobs();
        // Only get is asked.
        command.replays = (Replays) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Replays.class},
                (self, method, arguments) -> method.getName().equals("get") && (long) arguments[0] < 10
                        ? Optional.of(job((long) arguments[0], Optional.empty()))
                        : Optional.empty());
        command.words = List.of(words);
        return command;
    }

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void fails(HubCommand command, String en) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(en);
    }

    @Test
    void aDryRunShowsItsReportAsATableThatFits() throws Exception {
        String text = run(command("a", "--from", "2026-03-01T00:00:00+07:00", "--type", "task"));
        assertThat(done).containsExactly("dry a 2026-02-28T17:00:00Z task");
        assertThat(text).contains("task assigneeOrg", "STC", "Sở Tài chính", "feed:task", "refused-after", "bad-code");
        assertThat(text).contains("(cá nhân / pers").doesNotContain("secret");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void applyingTakesTheDryRunAndAConfirmation() throws Exception {
        fails(command("a", "--apply", "4"), "about 3 new versions");
        fails(command("a", "--apply", "4", "--confirm", "--to", "2026-03-01T00:00:00+07:00"), "exactly what");
        fails(command("b", "--apply", "4", "--confirm"), "no re-normalising job");
        fails(command("a", "--apply", "40", "--confirm"), "no re-normalising job");
        fails(command("a", "--apply", "x", "--confirm"), "no job's number");
        assertThat(done).isEmpty();
        RenormaliseCommand command = command("a", "--apply", "4", "--confirm");
        command.json = true;
        JsonNode document = new ObjectMapper().readTree(run(command));
        assertThat(done).containsExactly("apply 4");
        assertThat(document.path("replay").path("dryRun").asText()).isEqualTo("4");
        assertThat(document.path("differences").path("counts").path("changed").asInt())
                .isEqualTo(1);
    }

    @Test
    void aReportIsShownAgain() throws Exception {
        assertThat(run(command("a", "--report", "4"))).contains("assigneeOrg");
        assertThat(done).isEmpty();
    }

    private static Replay job(long id, Optional<Long> dryRun) {
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        return new Replay(
                id,
                ReplayState.FINISHED,
                "dry source=a",
                50,
                1,
                "user:an",
                "",
                at,
                Optional.of(at),
                1,
                Map.of(Outcome.RECORDED, 1L),
                Optional.of(new Renormalisation("a", Optional.empty(), at, Optional.empty(), dryRun, "2.0.0")));
    }

    private final class Jobs implements Renormalises {
        @Override
        public Replay dry(RenormaliseRequest request) {
            done.add("dry " + request.source() + " " + request.from().orElseThrow() + " "
                    + request.type().orElseThrow());
            return job(4, Optional.empty());
        }

        @Override
        public Replay apply(long dryRun, int rate, String by, String note) {
            done.add("apply " + dryRun);
            return job(5, Optional.of(dryRun));
        }

        @Override
        public Optional<DifferenceReport> differences(long id) {
            DifferenceReport report = new DifferenceReport();
            report.changed(
                    "task",
                    "t1",
                    List.of(
                            new FieldChange(
                                    "assigneeOrg",
                                    "/assigneeOrg",
                                    Text.of("Đơn vị được giao", "Assignee"),
                                    false,
                                    Optional.of("STC"),
                                    Optional.of("Sở Tài chính")),
                            new FieldChange(
                                    "note",
                                    "/note",
                                    Text.of("Ghi chú", "Note"),
                                    true,
                                    Optional.empty(),
                                    Optional.empty())));
            report.refusedAfter(Fault.of("bad-code", "", "Sai.", "Wrong."), "m1 line 4");
            report.tally("feed:task", 3);
            return Optional.of(report);
        }
    }
}
