package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.model.RecordData;
import org.iochub.model.schema.Field;

/** A published item of online media. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record MediaItem(
        @Field(vi = "Địa chỉ", en = "URL") String url,
        @Field(vi = "Mã bài", en = "GUID") Optional<String> guid,
        @Field(vi = "Tiêu đề", en = "Title") String title,

        @Field(vi = "Tóm tắt", en = "Summary", maxLength = 20_000)
        Optional<String> summary,

        @Field(vi = "Thời điểm đăng", en = "Published at") OffsetDateTime publishedAt,
        @Field(vi = "Thời điểm sửa", en = "Updated at") Optional<OffsetDateTime> updatedAt,

        @Field(vi = "Báo, trang", en = "Outlet", maxLength = 200)
        String outlet,

        @Field(vi = "Chủ đề", en = "Topics") List<String> topics,

        @Field(vi = "Sắc thái", en = "Sentiment", min = -1, max = 1)
        OptionalDouble sentiment,

        @Field(vi = "Địa danh nhắc đến", en = "Areas mentioned")
        List<AreaMention> areaMentions,

        @Field(vi = "Mã câu chuyện", en = "Story: the same for items that tell the same", maxLength = 64)
        Optional<String> storyId,

        @Field(vi = "Đăng lại của", en = "GUID or URL of the item that told it first")
        Optional<String> duplicateOf)
        implements RecordData {

    /** An area the item names without a doubt. */
    public record AreaMention(
            @Field(vi = "Mã đơn vị", en = "Area code", maxLength = 16)
            String code,

            @Field(vi = "Hiệu lực từ", en = "Valid from, tells homonymous codes apart")
            LocalDate validFrom,

            @Field(vi = "Địa danh", en = "As written", maxLength = 200)
            String name) {}
}
