package org.iochub.declarative.internal.fetch.jdbc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iochub.model.FaultException;

/** Writes rows of a result as JSON objects: a field for each column that is not null. Used by one thread. */
final class Columns {
    private static final int LONGEST_TEXT = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Column(int at, String name, int type, String typeName) {}

    private final List<Column> columns = new ArrayList<>();
    private final ZoneId zone;

    /**
     * @param zone of times without one
     * @throws FaultException when a column is binary or two have one name
     */
    Columns(ResultSetMetaData meta, ZoneId zone) throws SQLException {
        this.zone = zone;
        Set<String> names = new HashSet<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String name = meta.getColumnLabel(i);
            if (!names.add(name)) {
                throw FaultException.of(
                        "duplicate-column",
                        name,
                        "Truy vấn trả về hai cột cùng tên «" + name + "»; hãy đặt tên khác bằng AS.",
                        "The query gives two columns the name «" + name + "»; rename one with AS.");
            }
            columns.add(new Column(i, name, meta.getColumnType(i), typeName(meta, i)));
        }
        columns.stream().filter(Columns::isBinary).findFirst().ifPresent(column -> {
            throw FaultException.of(
                    "binary-column",
                    column.name(),
                    "Cột «" + column.name()
                            + "» là dữ liệu nhị phân; hãy bỏ cột này khỏi truy vấn hoặc đổi sang văn bản"
                            + " (hình học: ST_AsText).",
                    "The column «" + column.name() + "» is binary; leave it out of the query or turn it into text"
                            + " (geometry: ST_AsText).");
        });
    }

    private static String typeName(ResultSetMetaData meta, int column) throws SQLException {
        String name = meta.getColumnTypeName(column);
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /** @throws FaultException when there is none */
    int at(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .mapToInt(Column::at)
                .findFirst()
                .orElseThrow(() -> FaultException.of(
                        "missing-column",
                        name,
                        "Truy vấn không trả về cột «" + name + "» (có: " + names() + ").",
                        "The query does not give the column «" + name + "» (it gives: " + names() + ")."));
    }

    private String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    private static boolean isBinary(Column column) {
        return switch (column.type()) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    void write(ResultSet row, JsonGenerator json) throws SQLException, IOException {
        json.writeStartObject();
        for (Column column : columns) {
            Object value = value(row, column);
            if (value != null) {
                json.writeFieldName(column.name());
                write(value, json);
            }
        }
        json.writeEndObject();
    }

    private Object value(ResultSet row, Column column) throws SQLException, IOException {
        int at = column.at();
        return switch (column.type()) {
            case Types.DATE -> row.getObject(at, LocalDate.class);
            case Types.TIME -> row.getObject(at, LocalTime.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                MarkKind.zoned(column.type(), column.typeName())
                        ? row.getObject(at, OffsetDateTime.class)
                        : row.getObject(at, LocalDateTime.class);
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.BOOLEAN,
                    Types.BIT,
                    Types.ARRAY -> row.getObject(at);
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR -> text(row, column);
            default -> column.typeName().startsWith("json") ? json(row.getString(at)) : row.getString(at);
        };
    }

    private void write(Object value, JsonGenerator json) throws SQLException, IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isFinite(number)) {
                json.writeNumber(new BigDecimal(value.toString()));
            } else {
                json.writeString(value.toString());
            }
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof LocalDateTime time) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone)));
        } else if (value instanceof OffsetDateTime time) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZoneSameInstant(zone)));
        } else if (value instanceof Array array) {
            write(array.getArray(), json);
        } else if (value instanceof Object[] elements) {
            json.writeStartArray();
            for (Object element : elements) {
                if (element != null) {
                    write(element, json);
                }
            }
            json.writeEndArray();
        } else if (value instanceof com.fasterxml.jackson.databind.JsonNode tree) {
            JSON.writeTree(json, tree);
        } else {
            json.writeString(value.toString());
        }
    }

    /** What the database calls JSON; as text should it not be so. */
    private static Object json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JacksonException e) {
            return text;
        }
    }

    private static String text(ResultSet row, Column column) throws SQLException, IOException {
        try (Reader in = row.getCharacterStream(column.at())) {
            if (in == null) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > LONGEST_TEXT) {
                    throw FaultException.of(
                            "too-long",
                            column.name(),
                            "Cột «" + column.name() + "» có văn bản dài hơn " + LONGEST_TEXT
                                    + " ký tự; hãy cắt bớt trong truy vấn.",
                            "The column «" + column.name() + "» holds text of more than " + LONGEST_TEXT
                                    + " characters; cut it in the query.");
                }
            }
            return text.toString();
        }
    }
}
