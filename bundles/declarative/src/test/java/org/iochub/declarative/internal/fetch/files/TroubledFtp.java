package org.iochub.declarative.internal.fetch.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;

/** A server's first downloads end half-way and are called complete; its first renamings are refused. */
final class TroubledFtp extends DefaultFtplet {
    private final AtomicInteger halvesLeft;
    private final AtomicInteger refusalsLeft;
    private final AtomicInteger halves = new AtomicInteger();

    TroubledFtp(int halves, int refusals) {
        this.halvesLeft = new AtomicInteger(halves);
        this.refusalsLeft = new AtomicInteger(refusals);
    }

    int halves() {
        return halves.get();
    }

    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
        if (halvesLeft.getAndDecrement() <= 0) {
            return FtpletResult.DEFAULT;
        }
        byte[] whole;
        try (var in = session.getFileSystemView().getFile(request.getArgument()).createInputStream(0)) {
            whole = in.readAllBytes();
        }
        session.write(new DefaultFtpReply(150, "Opening data connection."));
        connect(session).transferToClient(session, new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));
        session.getDataConnection().closeDataConnection();
        session.write(new DefaultFtpReply(226, "Transfer complete."));
        halves.incrementAndGet();
        return FtpletResult.SKIP;
    }

    @Override
    public FtpletResult onRenameStart(FtpSession session, FtpRequest request) throws FtpException {
        if (refusalsLeft.getAndDecrement() <= 0) {
            return FtpletResult.DEFAULT;
        }
        session.write(new DefaultFtpReply(450, "The directory is busy."));
        return FtpletResult.SKIP;
    }

    private static DataConnection connect(FtpSession session) throws FtpException {
        try {
            return session.getDataConnection().openConnection();
        } catch (Exception e) {
            throw new FtpException("no data connection", e);
        }
    }
}
