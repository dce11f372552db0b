package org.iochub.store.internal.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Database;

/** {@code hub restore FILE}: a process of its own, since the hub must not run. */
public final class RestoreMain {
    private RestoreMain() {}

    /** Arguments: the instance's folder, the file, and perhaps {@code --confirm}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.getenv(), out, err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean confirmed = words.remove("--confirm");
        if (words.size() != 2) {
            err.println("usage: hub restore FILE [--confirm]");
            return 2;
        }
        Path data = Path.of(words.get(0));
        Optional<Database.Place> outside = Optional.ofNullable(environment.get("HUB_JDBC_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new Database.Place(
                        Optional.of(url),
                        environment.getOrDefault("HUB_JDBC_USER", ""),
                        environment.getOrDefault("HUB_JDBC_PASSWORD", ""),
                        data.resolve("data"),
                        4));
        try {
            Restore.Restored done = new Restore(
                            data, outside, Clock.systemUTC(), environment.getOrDefault("USER", "operator"))
                    .run(Path.of(words.get(1)), confirmed);
            out.println("Đã khôi phục " + done.hubId() + " như lúc " + done.at() + ", đến vị trí " + done.position()
                    + " của nhật ký. / Restored " + done.hubId() + " as of " + done.at() + ", up to position "
                    + done.position() + " of the log.");
            done.aside()
                    .ifPresent(aside -> out.println(
                            "Dữ liệu cũ được giữ ở " + aside + ". / What was there is kept in " + aside + "."));
            return 0;
        } catch (FaultException e) {
            err.println("hub: " + e.fault().message());
        } catch (IOException | SQLException e) {
            err.println("hub: không khôi phục được, mọi thứ vẫn như cũ: " + e.getMessage()
                    + ". / not restored, everything is as it was: " + e.getMessage() + ".");
        }
        return 1;
    }
}
