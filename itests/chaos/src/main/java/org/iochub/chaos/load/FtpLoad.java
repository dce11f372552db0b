package org.iochub.chaos.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.line.FtpLine;
import org.iochub.chaos.line.Trouble;
import org.iochub.simulators.ftp.FtpHost;

/** Files on an FTP server, reached by a line that can be in trouble; moved away by the hub when it has them. */
public final class FtpLoad extends FolderLoad {
    private static final String USER = "thu";

    private final FtpHost host;
    private final FtpLine line;

    /** @param home of the account */
    public FtpLoad(String id, Ledger ledger, Path home, String password, Random random) throws IOException {
        super(id, ledger, home);
        host = new FtpHost(0, Map.of(USER, home), password);
        line = new FtpLine(host.port(), random);
    }

    @Override
    public String source() {
        return Declared.source(id, """
                ftp:
                  host: 127.0.0.1
                  port: %d
                  user: %s
                  password: "{{password}}"
                  timeout: 4s
                  connectTimeout: 4s
                %s""".formatted(line.port(), USER, reading()), "");
    }

    @Override
    public Set<Trouble> troubles() {
        return EnumSet.complementOf(EnumSet.of(Trouble.NONE));
    }

    @Override
    public void trouble(Trouble next) {
        boolean ofTheFiles = next == Trouble.AGAIN;
        super.trouble(ofTheFiles ? next : Trouble.NONE);
        line.trouble(ofTheFiles ? Trouble.NONE : next);
    }

    @Override
    protected void shut() throws IOException {
        line.close();
        host.close();
    }
}
