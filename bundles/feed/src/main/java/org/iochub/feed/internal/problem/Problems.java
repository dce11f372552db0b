package org.iochub.feed.internal.problem;

import java.time.Duration;
import java.util.Collection;

/** The problems that more than one part of the face has to tell. */
public final class Problems {
    private Problems() {}

    public static ProblemException badParameter(String parameter, String vi, String en) {
        return Problem.of(400, "bad-parameter", vi, en)
                .with("parameter", parameter)
                .raised();
    }

    public static ProblemException notFound(String vi, String en) {
        return Problem.of(404, "not-found", vi, en).raised();
    }

    /** The same words whether the thing does not exist or the caller may not know that it does. */
    public static ProblemException noSuchRecord() {
        return notFound(
                "Không có bản ghi này, hoặc khóa truy cập không được xem nó.",
                "There is no such record, or the key may not see it.");
    }

    public static ProblemException noSuchType(String type) {
        return notFound(
                "Không có loại bản ghi «" + shown(type) + "»; xem danh sách tại /api/v1/types.",
                "There is no record type \"" + shown(type) + "\"; /api/v1/types lists them.");
    }

    public static ProblemException unauthorized(String vi, String en) {
        return Problem.of(401, "unauthorized", vi, en)
                .header("WWW-Authenticate", "Bearer realm=\"iochub\"")
                .raised();
    }

    public static ProblemException forbidden(String vi, String en) {
        return Problem.of(403, "forbidden", vi, en).raised();
    }

    public static ProblemException notAcceptable(Collection<String> offered) {
        String list = String.join(", ", offered);
        return Problem.of(
                        406,
                        "not-acceptable",
                        "Ở đây có các định dạng: " + list + ".",
                        "These formats are to be had here: " + list + ".")
                .raised();
    }

    /** At an address where nothing can be changed. */
    public static Problem readOnly() {
        return Problem.of(
                        405,
                        "method-not-allowed",
                        "Ở đây chỉ đọc: địa chỉ này nhận GET và HEAD.",
                        "This is read only: the address takes GET and HEAD.")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    public static ProblemException tooMany(String code, Duration retry, String vi, String en) {
        return Problem.of(429, code, vi, en)
                .header("Retry-After", seconds(retry))
                .raised();
    }

    public static ProblemException unavailable(String code, Duration retry, String vi, String en) {
        return Problem.of(503, code, vi, en)
                .header("Retry-After", seconds(retry))
                .raised();
    }

    /** Whole seconds, rounded up: who waits so long does not come too early. */
    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(999).toSeconds());
    }

    /** What a caller sent, short and without control characters. */
    public static String shown(String sent) {
        String clean = sent.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() < sent.length() ? clean + "…" : clean;
    }
}
