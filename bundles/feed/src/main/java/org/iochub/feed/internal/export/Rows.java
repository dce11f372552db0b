package org.iochub.feed.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.reading.scope.Shown;

/** Records as rows of cells: what is known of each, then its fields. */
final class Rows {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final List<Column> columns;
    private final Language language;
    private final Areas areas;

    Rows(List<Column> columns, Language language, Areas areas) {
        this.columns = columns;
        this.language = language;
        this.areas = areas;
    }

    List<String> headings() {
        List<String> titles = new ArrayList<>(List.of(
                language.of(Text.of("Mã bản ghi", "Record"), "subject"),
                language.of(Text.of("Thời điểm", "Time"), "time"),
                language.of(Text.of("Ghi nhận lúc", "Recorded at"), "recordedtime"),
                language.of(Text.of("Nguồn", "Source"), "source"),
                language.of(Text.of("Cơ quan", "Authority"), "tenant"),
                language.of(Text.of("Mã đơn vị hành chính", "Area code"), "area"),
                language.of(Text.of("Đơn vị hành chính", "Area"), "areaname")));
        columns.forEach(column -> titles.add(
                language == Language.NONE ? "data." + column.name() : language.of(column.title(), column.name())));
        return titles;
    }

    List<Optional<Object>> row(Shown shown) {
        LoggedRecord record = shown.record();
        List<Optional<Object>> cells = new ArrayList<>(columns.size() + 7);
        cells.add(Optional.of(record.id().value()));
        cells.add(Optional.of(local(record.time())));
        cells.add(Optional.of(local(record.recordedAt())));
        cells.add(Optional.of(record.source()));
        cells.add(Optional.of(record.tenant()));
        cells.add(shown.area().map(AreaRef::code));
        cells.add(shown.area().flatMap(this::name));
        JsonNode data = Json.tree(shown.data());
        columns.forEach(column -> cells.add(cell(column, column.value(data))));
        return cells;
    }

    private Optional<Object> name(AreaRef area) {
        return areas.byCode(area.code(), area.validFrom()).map(unit -> unit.name());
    }

    private Optional<Object> cell(Column column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            return Optional.of(new String(Json.bytes(value), StandardCharsets.UTF_8));
        }
        String text = value.asText();
        return Optional.of(
                switch (column.kind()) {
                    case NUMBER -> value.isNumber() ? value.decimalValue() : (Object) text;
                    case BOOLEAN -> value.isBoolean() ? (Object) value.booleanValue() : text;
                    case DATE -> LocalDate.parse(text);
                    case DATE_TIME -> local(OffsetDateTime.parse(text));
                    case TEXT, JSON ->
                        column.codes().containsKey(text)
                                ? language.of(column.codes().get(text), text)
                                : value.isNumber() ? new BigDecimal(text) : (Object) text;
                });
    }

    private static LocalDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(VIETNAM).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
}
