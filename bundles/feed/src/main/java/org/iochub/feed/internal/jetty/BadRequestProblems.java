package org.iochub.feed.internal.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;

/** What the server itself refuses, before any resource sees it, is answered as everything else is. */
final class BadRequestProblems extends ErrorHandler {
    private static final int HEADER_TOO_LARGE = 431;
    private static final int ADDRESS_TOO_LONG = 414;

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        return ByteBuffer.wrap(Json.bytes(problem(status).document()));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case HEADER_TOO_LARGE ->
                Problem.of(
                        status,
                        "header-too-large",
                        "Các tiêu đề của yêu cầu dài quá 8 KB; hãy rút ngắn tiêu đề dài nhất (Authorization, Cookie, Last-Event-ID).",
                        "The request's headers are longer than 8 KB; shorten the longest of them (Authorization, Cookie, Last-Event-ID).");
            case ADDRESS_TOO_LONG ->
                Problem.of(
                        status,
                        "address-too-long",
                        "Địa chỉ của yêu cầu quá dài; hãy bớt tham số hoặc chia thành nhiều yêu cầu.",
                        "The request's address is too long; use fewer parameters or several requests.");
            default ->
                Problem.of(
                        status,
                        "not-http",
                        "Yêu cầu không đúng giao thức HTTP/1.1; hãy kiểm tra phần mềm gửi và thiết bị trung gian.",
                        "The request is not proper HTTP/1.1; check the program that sent it and what stands between.");
        };
    }
}
