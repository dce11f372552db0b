package org.iochub.feed.internal.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;

/**
 * Which service requests are asked for.
 *
 * @param ids of requests; with any of them nothing else counts
 * @param from requested at or after this
 * @param to requested before this or at it
 * @param status {@code open} or {@code closed}; empty for both
 * @param page from 1
 */
record RequestQuery(
        Set<String> ids,
        Set<String> services,
        OffsetDateTime from,
        OffsetDateTime to,
        Set<String> status,
        int page,
        int pageSize) {
    /** The standard's own limit. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int DEEPEST = 10_000;

    static RequestQuery of(Params params, Clock clock) {
        Optional<OffsetDateTime> start = params.moment("start_date");
        Optional<OffsetDateTime> end = params.moment("end_date");
        OffsetDateTime to =
                end.orElseGet(() -> start.map(from -> from.plus(LONGEST)).orElse(OffsetDateTime.now(clock)));
        OffsetDateTime from = start.orElse(to.minus(LONGEST));
        if (from.isAfter(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problems.badParameter(
                    "start_date",
                    "start_date phải trước end_date và cách nhau không quá 90 ngày; hãy hỏi từng khoảng 90 ngày.",
                    "start_date must be before end_date, by no more than 90 days; ask for 90 days at a time.");
        }
        int size = params.integer("page_size", USUAL_SIZE, 1, LARGEST_SIZE);
        int page = params.integer("page", 1, 1, DEEPEST);
        if ((long) page * size > DEEPEST) {
            throw Problems.badParameter(
                    "page",
                    "Chỉ lật trang đến bản ghi thứ " + DEEPEST + "; hãy thu hẹp start_date và end_date.",
                    "Pages go to the " + DEEPEST + "th request only; narrow start_date and end_date.");
        }
        return new RequestQuery(
                split(params, "service_request_id"),
                split(params, "service_code"),
                from,
                to,
                status(params),
                page,
                size);
    }

    private static Set<String> status(Params params) {
        Set<String> status = split(params, "status");
        if (!Set.of(RequestStatus.OPEN, RequestStatus.CLOSED).containsAll(status)) {
            throw Problems.badParameter(
                    "status", "status là open, closed hoặc cả hai.", "status is open, closed, or both.");
        }
        return status;
    }

    private static Set<String> split(Params params, String name) {
        Set<String> parts = Arrays.stream(params.one(name).orElse("").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (parts.size() > 100) {
            throw Problems.badParameter(name, name + " nhận tối đa 100 giá trị.", name + " takes 100 values at most.");
        }
        return parts;
    }

    boolean covers(OffsetDateTime requested) {
        return !requested.isBefore(from) && !requested.isAfter(to);
    }

    /** How many of the newest must be known for this page. */
    int depth() {
        return page * pageSize;
    }
}
