package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.model.RecordData;
import org.iochub.model.code.TaskStatus;
import org.iochub.model.schema.Field;

/** A task one organisation assigned to another, and how it stands. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Task(
        @Field(vi = "Mã nhiệm vụ", en = "Task code", maxLength = 64)
        String taskCode,

        @Field(vi = "Nội dung", en = "Title", freeText = true)
        String title,

        @Field(vi = "Cơ quan giao", en = "Assigning organisation", maxLength = 500)
        String assigningOrg,

        @Field(vi = "Cơ quan thực hiện", en = "Assignee", maxLength = 500)
        String assigneeOrg,

        @Field(vi = "Văn bản giao", en = "Document", maxLength = 200)
        Optional<String> documentId,

        @Field(vi = "Ngày giao", en = "Assigned at") OffsetDateTime assignedAt,
        @Field(vi = "Hạn", en = "Due at") Optional<OffsetDateTime> dueAt,
        @Field(vi = "Ngày hoàn thành", en = "Done at") Optional<OffsetDateTime> doneAt,

        @Field(vi = "Tiến độ", en = "Progress", unit = "%", min = 0, max = 100)
        OptionalDouble progress,

        @Field(vi = "Trạng thái", en = "Status") TaskStatus status,

        @Field(vi = "Trạng thái theo nguồn", en = "Status as the source wrote it", maxLength = 64)
        Optional<String> sourceStatus)
        implements RecordData {}
