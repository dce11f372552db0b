package org.iochub.feed.internal.problem;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem document of whatever was thrown; never shows a stack trace. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    /** How CXF starts to complain about a query that it cannot decode, before any filter sees it. */
    private static final String BAD_ESCAPE = "Invalid URL encoding";

    private final SecureRandom random = new SecureRandom();
    private final BooleanSupplier complete;

    /** @param complete whether everything is served yet */
    public ProblemMapper(BooleanSupplier complete) {
        this.complete = complete;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        return response(problem(thrown));
    }

    public static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(response::header);
        return response.entity(Json.bytes(problem.document())).build();
    }

    /** What to tell of it; what nobody foresaw is logged under a reference. */
    public Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof FaultException known) {
                return FaultProblems.of(known.fault());
            }
            if (cause instanceof WebApplicationException known) {
                return ofJaxRs(known.getResponse());
            }
        }
        if (thrown instanceof IOException) {
            // The connection, not the hub: what fails inside comes unchecked.
            LOG.debug("A connection broke", thrown);
            return Problem.of(400, "connection-broke", "Kết nối bị ngắt giữa chừng.", "The connection broke.");
        }
        if (thrown instanceof IllegalArgumentException
                && String.valueOf(thrown.getMessage()).startsWith(BAD_ESCAPE)) {
            return badAddress();
        }
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes);
        LOG.error("Request failed, reference {}", reference, thrown);
        return Problem.of(
                        500,
                        "internal",
                        "Lỗi bên trong hệ thống. Báo cho người quản trị mã tra cứu " + reference + ".",
                        "Something went wrong inside the hub. Tell its administrator the reference " + reference + ".")
                .with("reference", reference);
    }

    public static Problem badAddress() {
        return Problem.of(
                400,
                "bad-address",
                "Địa chỉ có ký tự mã hóa sai; hãy mã hóa phần trăm theo UTF-8.",
                "The address has a broken escape; write percent escapes of UTF-8.");
    }

    /** What JAX-RS itself refuses: paths, methods and media types. */
    private Problem ofJaxRs(Response refused) {
        if (refused.getStatus() == 404 && !complete.getAsBoolean()) {
            return Problems.unavailable(
                            "starting",
                            Duration.ofSeconds(2),
                            "Hub đang khởi động; địa chỉ này có thể chưa được phục vụ.",
                            "The hub is starting; this address may not be served yet.")
                    .problem();
        }
        return switch (refused.getStatus()) {
            case 404 ->
                Problem.of(
                        404,
                        "not-found",
                        "Không có gì ở địa chỉ này; /api/v1/openapi.json mô tả các địa chỉ có thể dùng.",
                        "Nothing is at this address; /api/v1/openapi.json describes the ones there are.");
            case 405 -> {
                String allowed = refused.getAllowedMethods().stream().sorted().collect(Collectors.joining(", "));
                Problem problem = Problem.of(
                        405,
                        "method-not-allowed",
                        "Địa chỉ này chỉ nhận: " + allowed + ".",
                        "This address only takes: " + allowed + ".");
                yield allowed.isEmpty() ? problem : problem.header("Allow", allowed);
            }
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "Ở đây chỉ có JSON; hãy gửi Accept: application/json hoặc bỏ tiêu đề này.",
                        "Only JSON is to be had here; send Accept: application/json or leave the header out.");
            case 415 ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "Hãy gửi nội dung JSON với Content-Type: application/json.",
                        "Send JSON with Content-Type: application/json.");
            default ->
                Problem.of(
                        refused.getStatus() < 400 ? 500 : refused.getStatus(),
                        "refused",
                        "Máy chủ không nhận yêu cầu này.",
                        "The server does not take this request.");
        };
    }
}
