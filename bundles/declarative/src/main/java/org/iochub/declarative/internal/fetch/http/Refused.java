package org.iochub.declarative.internal.fetch.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.http.RetryAfter;
import org.iochub.api.read.Trouble;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The server said no. */
public final class Refused extends FaultException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Duration> retryAfter;

    private Refused(Fault fault, Optional<Duration> retryAfter) {
        super(fault);
        this.retryAfter = retryAfter;
    }

    /**
     * @param keys the settings that the key comes from, for people; may be empty
     */
    public static Refused of(Answer answer, String keys, Clock clock) {
        return new Refused(
                fault(answer.status(), keys), RetryAfter.parse(answer.status(), answer.header("Retry-After"), clock));
    }

    private static Fault fault(int status, String keys) {
        if ((status == 401 || status == 403) && !keys.isEmpty()) {
            return Fault.of(
                    "http-status",
                    Integer.toString(status),
                    "Nguồn trả lời HTTP " + status + "; hãy kiểm tra khóa truy cập trong cấu hình «" + keys + "».",
                    "The source answered HTTP " + status + "; check the key in the setting \"" + keys + "\".");
        }
        return Trouble.status(status).fault();
    }

    /** How long the server wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
