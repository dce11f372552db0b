package org.iochub.declarative.internal.fetch.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import org.iochub.model.Text;

/** Says what a database's refusal means. */
final class JdbcTroubles {
    private static final int LONGEST = 200;

    private JdbcTroubles() {}

    static Optional<Text> tell(Throwable trouble) {
        if (!(trouble instanceof SQLException refused)) {
            return Optional.empty();
        }
        String state = Optional.ofNullable(refused.getSQLState()).orElse("");
        if (refused instanceof SQLTimeoutException || state.equals("57014")) {
            return Optional.of(Text.of(
                    "Truy vấn không xong trong thời gian chờ; hãy thêm chỉ mục cho cột mốc hoặc tăng timeout.",
                    "The query did not end in time; add an index on the watermark's column or raise timeout."));
        }
        return Optional.of(
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08", "57", "90" ->
                        Text.of(
                                "Không kết nối được tới cơ sở dữ liệu, hoặc kết nối bị ngắt; hãy kiểm tra địa chỉ, máy"
                                        + " chủ và đường truyền.",
                                "The database cannot be connected to, or the connection broke off; check the address,"
                                        + " its server and the network.");
                    case "28" ->
                        Text.of(
                                "Cơ sở dữ liệu từ chối tài khoản; hãy kiểm tra user và password.",
                                "The database refuses the account; check user and password.");
                    case "3D" ->
                        Text.of(
                                "Máy chủ không có cơ sở dữ liệu này; hãy kiểm tra địa chỉ.",
                                "The server has no such database; check the address.");
                    // What is wrong with a query is said in words of the query, which holds no secret.
                    case "42" ->
                        Text.of(
                                "Cơ sở dữ liệu không hiểu truy vấn (" + first(refused)
                                        + "); hãy sửa query hoặc quyền đọc.",
                                "The database does not accept the query (" + first(refused)
                                        + "); mend it or the right to read.");
                    default ->
                        Text.of(
                                "Cơ sở dữ liệu báo lỗi (SQLSTATE " + state + "); hãy xem nhật ký của cơ sở dữ liệu.",
                                "The database reports an error (SQLSTATE " + state + "); see the database's log.");
                });
    }

    private static String first(SQLException refused) {
        String message = Optional.ofNullable(refused.getMessage()).orElse("");
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
