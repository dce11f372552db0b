package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.Replays;
import org.iochub.model.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandsTest {
    private final Jobs jobs = new Jobs();

    private ReplayCommand replay(String... words) {
        ReplayCommand command = new ReplayCommand();
        command.replays = jobs;
        command.words = List.of(words);
        return command;
    }

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HubCommand command) throws Exception {
        command.json = true;
        return new ObjectMapper().readTree(run(command));
    }

    private static void fails(HubCommand command, String en) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(en);
    }

    @Test
    void aJobIsStartedWithWhatWasChosen() throws Exception {
        JsonNode job = json(replay("start", "--source", "a", "--reason", "bad", "--ids", "1,2", "--rate", "9"));
        assertThat(job.path("state").asText()).isEqualTo("running");
        ReplayRequest request = jobs.requests.get(0);
        assertThat(request.filter().sources()).contains(Set.of("a"));
        assertThat(request.filter().reason()).contains("bad");
        assertThat(request.filter().ids()).contains(Set.of(1L, 2L));
        assertThat(request.rate()).isEqualTo(9);
        assertThat(request.by()).isEqualTo("user:karaf");
        assertThat(run(replay("start", "--since", "2026-03-01T00:00:00+07:00"))).contains("since=");
    }

    @Test
    void withoutAChoiceNothingStarts() throws Exception {
        fails(replay("start"), "or --all");
        fails(replay("start", "--all", "--rate", "0"), "1 to 1000");
        fails(replay("start", "--since", "yesterday"), "offset");
        fails(replay("start", "--ids", "x"), "no number");
        assertThat(jobs.requests).isEmpty();
        run(replay("start", "--all"));
        assertThat(jobs.requests).hasSize(1);
    }

    @Test
    void jobsAndEntriesAreShownInLinesThatFit() throws Exception {
        run(replay("start", "--source", "a"));
        for (String output : List.of(run(replay()), run(replay("show", "1")), run(replay("entries", "1")))) {
            assertThat(output.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
        assertThat(run(replay("list"))).contains("running");
        JsonNode entries = json(replay("entries", "1", "--outcome", "refused"));
        assertThat(entries.path("entries").path(0).path("fault").path("code").asText())
                .isEqualTo("worse");
        assertThat(entries.toString()).doesNotContain("0912345678");
        fails(replay("entries", "1", "--outcome", "lost"), "no outcome");
    }

    @Test
    void pausedResumedCancelled() throws Exception {
        run(replay("start", "--source", "a"));
        assertThat(json(replay("pause", "1")).path("state").asText()).isEqualTo("paused");
        assertThat(json(replay("resume", "1")).path("state").asText()).isEqualTo("running");
        assertThat(json(replay("cancel", "1")).path("state").asText()).isEqualTo("cancelled");
        fails(replay("pause", "7"), "no replay number");
        fails(replay("pause", "x"), "no job's number");
        fails(replay("pause"), "NUMBER");
        fails(replay("dance", "1"), "no action");
    }

    @Test
    void discardingTakesAReasonAndAConfirmation() throws Exception {
        QuarantineDiscardCommand command = discard("17");
        fails(command, "--confirm");
        command = discard("17", "--reason", "thử");
        fails(command, "--confirm");
        assertThat(jobs.discarded).isEmpty();
        command = discard("17", "--reason", "thử", "--confirm");
        assertThat(json(command).path("state").asText()).isEqualTo("discarded");
        assertThat(jobs.discarded).containsExactly("17 user:karaf thử");
    }

    private QuarantineDiscardCommand discard(String... words) {
        QuarantineDiscardCommand command = new QuarantineDiscardCommand();
        command.replays = jobs;
        command.words = List.of(words);
        return command;
    }

    @Test
    void aMendedFileIsReplayed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("17.json"), "{}");
        QuarantineMendCommand command = mend("17", "--file", file.toString(), "--note", "sai ngày");
        assertThat(run(command)).contains("job 1");
        assertThat(jobs.mended).containsExactly("17 {} user:karaf sai ngày");
        fails(mend("17", "--file", folder.resolve("none").toString()), "cannot be read");
        Files.writeString(file, "");
        fails(mend("17", "--file", file.toString()), "1 MiB");
    }

    private QuarantineMendCommand mend(String... words) {
        QuarantineMendCommand command = new QuarantineMendCommand();
        command.replays = jobs;
        command.words = List.of(words);
        return command;
    }

    @Test
    void groupsAndTheMarkedFault() throws Exception {
        QuarantineCommand groups = new QuarantineCommand();
        groups.quarantine = Fakes.quarantine();
        groups.groups = true;
        assertThat(run(groups)).contains("unreadable-time", "17");
        assertThat(json(groups).path("groups").path(0).path("count").asInt()).isEqualTo(3);
        QuarantineShowCommand show = new QuarantineShowCommand();
        show.quarantine = Fakes.quarantine();
        show.words = List.of("17");
        JsonNode marked = json(show).path("marked");
        assertThat(marked.path("before").asText()).isEqualTo("{\"phone\":\"");
        assertThat(marked.toString()).doesNotContain("0912345678");
    }

    private static final class Jobs implements Replays {
        private final List<ReplayRequest> requests = new ArrayList<>();
        private final List<String> discarded = new ArrayList<>();
        private final List<String> mended = new ArrayList<>();
        private final List<Replay> all = new ArrayList<>();

        @Override
        public Replay start(ReplayRequest request) {
            requests.add(request);
            return add(request, all.size() + 1L, ReplayState.RUNNING);
        }

        private Replay add(ReplayRequest request, long id, ReplayState state) {
            Replay job = new Replay(
                    id,
                    state,
                    request.filter().describe(),
                    request.rate(),
                    request.batch(),
                    request.by(),
                    request.note(),
                    Fakes.NOW,
                    Optional.empty(),
                    2,
                    Map.of(Outcome.PENDING, 1L, Outcome.REFUSED, 1L));
            all.removeIf(each -> each.id() == id);
            all.add(job);
            return job;
        }

        @Override
        public List<Replay> list(long before, int limit) {
            return List.copyOf(all);
        }

        @Override
        public Optional<Replay> get(long id) {
            return all.stream().filter(job -> job.id() == id).findFirst();
        }

        @Override
        public List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit) {
            return List.of(new ReplayItem(
                    17,
                    "stations-da-nang-north-and-more",
                    Outcome.REFUSED,
                    1,
                    0,
                    Optional.of(Fault.of("worse", "phone", "«0912345678» sai.", "«0912345678» is wrong.")),
                    "2.0.0",
                    Optional.of(Fakes.NOW)));
        }

        @Override
        public Replay pause(long id) {
            return add(requests.get(0), id, ReplayState.PAUSED);
        }

        @Override
        public Replay resume(long id) {
            return add(requests.get(0), id, ReplayState.RUNNING);
        }

        @Override
        public Replay cancel(long id) {
            return add(requests.get(0), id, ReplayState.CANCELLED);
        }

        @Override
        public void discard(long entry, String by, String why) {
            discarded.add(entry + " " + by + " " + why);
        }

        @Override
        public Replay mend(long entry, byte[] raw, String by, String note) {
            mended.add(entry + " " + new String(raw, StandardCharsets.UTF_8) + " " + by + " " + note);
            return start(new ReplayRequest(org.iochub.core.quarantine.QuarantineFilter.all(), 1, 1, by, note));
        }

        @Override
        public List<Mend> mends(long entry) {
            return List.of();
        }

        @Override
        public Map<Tally, Long> counts() {
            return Map.of();
        }
    }
}
