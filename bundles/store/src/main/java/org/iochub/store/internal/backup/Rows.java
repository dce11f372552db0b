package org.iochub.store.internal.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * A row as it stands in a backup, the same from both databases: for each column a letter that says what follows, then the
 * value. Values know what they are, so a table may have other columns in another version.
 */
final class Rows {
    private static final int NULL = 'n';
    private static final int NUMBER = 'l';
    private static final int TRUE = 't';
    private static final int FALSE = 'f';
    private static final int TEXT = 's';
    private static final int BYTES = 'x';
    /** No column takes more. */
    private static final int MOST = 16 << 20;

    private Rows() {}

    /** @return about how many bytes it took */
    static long write(ResultSet row, DataOutputStream out) throws SQLException, IOException {
        ResultSetMetaData data = row.getMetaData();
        long bytes = 0;
        for (int i = 1; i <= data.getColumnCount(); i++) {
            bytes += write(row, i, data.getColumnType(i), out);
        }
        return bytes;
    }

    private static long write(ResultSet row, int at, int type, DataOutputStream out) throws SQLException, IOException {
        switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> {
                long value = row.getLong(at);
                if (!wasNull(row, out)) {
                    out.writeByte(NUMBER);
                    out.writeLong(value);
                }
                return 9;
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = row.getBoolean(at);
                if (!wasNull(row, out)) {
                    out.writeByte(value ? TRUE : FALSE);
                }
                return 1;
            }
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> {
                String value = row.getString(at);
                return wasNull(row, out) ? 1 : bytes(TEXT, value.getBytes(StandardCharsets.UTF_8), out);
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                byte[] value = row.getBytes(at);
                return wasNull(row, out) ? 1 : bytes(BYTES, value, out);
            }
            default ->
                throw new SQLException("a column of a kind that backups do not know: "
                        + row.getMetaData().getColumnName(at) + " (" + type + ")");
        }
    }

    private static boolean wasNull(ResultSet row, DataOutputStream out) throws SQLException, IOException {
        boolean none = row.wasNull();
        if (none) {
            out.writeByte(NULL);
        }
        return none;
    }

    private static long bytes(int kind, byte[] bytes, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        return bytes.length + 5L;
    }

    /** Sets a parameter from what was written. @return about how many bytes it is */
    static long read(DataInputStream in, PreparedStatement into, int at) throws SQLException, IOException {
        int kind = in.readUnsignedByte();
        switch (kind) {
            case NULL -> into.setObject(at, null);
            case NUMBER -> into.setLong(at, in.readLong());
            case TRUE, FALSE -> into.setBoolean(at, kind == TRUE);
            case TEXT, BYTES -> {
                int length = in.readInt();
                if (length < 0 || length > MOST) {
                    throw new IOException("a value of " + length + " bytes");
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new IOException("a value ends early");
                }
                if (kind == TEXT) {
                    into.setString(at, new String(bytes, StandardCharsets.UTF_8));
                } else {
                    into.setBytes(at, bytes);
                }
                return length;
            }
            default -> throw new IOException("a value of unknown kind " + kind);
        }
        return 8;
    }
}
