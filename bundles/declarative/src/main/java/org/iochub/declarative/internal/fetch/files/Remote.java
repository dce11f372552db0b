package org.iochub.declarative.internal.fetch.files;

import java.time.Duration;
import java.util.Optional;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.FaultException;

/** A server that files are read from. Immutable. */
record Remote(
        Template host,
        Template port,
        Template user,
        Optional<Template> password,
        Template connectTimeout,
        Template timeout) {
    static Remote of(Options options, int usualPort) {
        return new Remote(
                options.text("host", ""),
                options.text("port", Integer.toString(usualPort)),
                options.text("user", ""),
                options.text("password"),
                options.span("connectTimeout", "10s"),
                options.span("timeout", "30s"));
    }

    /** {@code host:port}, which stands in names and logs. */
    String authority(Fill fill) {
        String name = fill.masked().text(host).strip();
        if (!name.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")) {
            throw FaultException.of(
                    "bad-setting",
                    "host",
                    "«" + name
                            + "» không phải tên máy chủ; hãy ghi tên hoặc địa chỉ IP, không kèm ftp:// hay đường dẫn.",
                    "\"" + name + "\" is no host; write its name or IP address, without ftp:// or a path.");
        }
        return name + ":" + port(fill);
    }

    int port(Fill fill) {
        return fill.number(port, "port", 1, 65_535);
    }

    /** Where the files lie: below the account's home, or from the root when it begins with a slash. */
    static String directory(FilePlan plan, Fill fill) {
        String path = fill.masked().text(plan.directory()).strip();
        if (!path.matches("[^?#&{}%\\\\\\p{Cntrl}]*") || path.contains("..")) {
            throw FaultException.of(
                    "bad-setting",
                    "directory",
                    "Thư mục «" + path
                            + "» có ký tự không dùng được (? # & % { } \\ hoặc ..); hãy ghi đường dẫn thường.",
                    "The directory \"" + path + "\" has characters that do not do (? # & % { } \\ or ..); write a plain"
                            + " path.");
        }
        return path;
    }

    String timeouts(Fill fill) {
        Duration read = fill.span(timeout);
        return "&connectTimeout=" + fill.span(connectTimeout).toMillis() + "&soTimeout=" + read.toMillis()
                + "&timeout=" + read.toMillis()
                + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0&stepwise=false";
    }
}
