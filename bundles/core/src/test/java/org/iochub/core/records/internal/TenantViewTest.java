package org.iochub.core.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.LogPlace;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Transport;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.model.FaultException;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.TaskStatus;
import org.iochub.model.json.ModelJson;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.record.Task;
import org.iochub.model.record.TaskBuilder;
import org.junit.jupiter.api.Test;

class TenantViewTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");
    private static final AreaRef AREA = new AreaRef("51", LocalDate.of(2025, 7, 1));

    private final MemoryRecords hub = new MemoryRecords();
    private final TenantView view = new TenantView(hub, hub, descriptor(), "quang-ngai", "derived");

    record None() {}

    private static AdapterDescriptor<None> descriptor() {
        return new AdapterDescriptor<>(
                        "derived",
                        Sector.PUBLIC_SERVICES,
                        Text.of("Thử", "Try"),
                        Text.of("Để thử.", "To try."),
                        List.of(RecordTypes.INDICATOR),
                        Transport.HUB,
                        Settings.of(None.class),
                        Text.of("thứ tự đến", "order of arrival"),
                        false)
                .reading(RecordTypes.TASK);
    }

    private void task(int number, String tenant) {
        Task task = TaskBuilder.builder()
                .taskCode("NV-" + number)
                .title("Nhiệm vụ " + number)
                .assigningOrg("H48")
                .assigneeOrg("H48.15")
                .assignedAt(AT)
                .status(TaskStatus.values()[0])
                .sourceStatus("1")
                .build();
        add(
                RecordTypes.TASK,
                number,
                tenant,
                new ModelJson().codec(RecordTypes.TASK).write(task));
    }

    private void add(RecordType<?> type, int number, String tenant, byte[] data) {
        hub.add(new LoggedRecord(
                number,
                Integer.toString(number),
                type.name(),
                1,
                new RecordId("%032d".formatted(number)),
                "tasks",
                tenant,
                Optional.of(AREA),
                Optional.empty(),
                AT,
                AT,
                Operation.UPSERT,
                Optional.empty(),
                data));
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        view.each(RecordTypes.TASK, recorded -> codes.add(recorded.data().taskCode()));
        return codes;
    }

    @Test
    void givesEveryRecordOfTheAuthorityOnceAndAPageAtATime() {
        for (int number = 1; number <= 450; number++) {
            task(number, "quang-ngai");
        }
        task(451, "da-nang");

        assertThat(codes()).hasSize(450).doesNotHaveDuplicates().doesNotContain("NV-451");
        assertThat(hub.pages()).containsExactly(200, 200, 50);
        view.each(RecordTypes.TASK, recorded -> assertThat(recorded.area()).contains(AREA));
    }

    @Test
    void readsNothingThatTheDescriptorDoesNotName() {
        assertThatThrownBy(() -> view.each(RecordTypes.DOSSIER, recorded -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("derived")
                .hasMessageContaining("dossier");
        assertThatThrownBy(() -> view.eachOwn(RecordTypes.TASK, recorded -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesOnlyItsOwnOfWhatItDelivers() {
        add(RecordTypes.INDICATOR, 1, "quang-ngai", new byte[0]);

        view.eachOwn(RecordTypes.INDICATOR, recorded -> assertThat(recorded).isNull());
        assertThat(hub.pages()).containsExactly(0);
    }

    @Test
    void knowsWhetherSomethingOfItsAuthorityAndTypesIsNew() {
        task(1, "quang-ngai");
        LogPlace seen = view.head();
        assertThat(view.changedSince(seen)).isFalse();

        for (int number = 2; number <= 7; number++) {
            task(number, "da-nang");
        }
        add(RecordTypes.INDICATOR, 8, "quang-ngai", new byte[0]);
        assertThat(view.changedSince(seen)).isFalse();

        task(9, "quang-ngai");
        assertThat(view.changedSince(seen)).isTrue();
        assertThat(view.changedSince(view.head())).isFalse();
        assertThat(view.changedSince(new LogPlace("restored", 9))).isTrue();
    }

    @Test
    void endsWithTheInstance() {
        for (int number = 1; number <= 450; number++) {
            task(number, "quang-ngai");
        }
        List<String> read = new ArrayList<>();

        assertThatThrownBy(() -> view.each(RecordTypes.TASK, recorded -> {
                    read.add(recorded.data().taskCode());
                    view.close();
                }))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("source-stopped"));
        assertThat(read).hasSize(200);
        assertThatThrownBy(view::head).isInstanceOf(FaultException.class);
    }
}
