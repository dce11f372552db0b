package org.iochub.api.read;

import java.io.File;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.WrappedFile;
import org.iochub.api.Source;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Lets a downloaded file through only when it is as long as the server's listing said: servers can call a transfer
 * complete whose data connection broke half-way, and what is behind the break would be lost with the file's move. A file
 * that is not whole stays where it is and comes again. Its message's body is the download from then on. May be shared by
 * threads.
 */
public final class WholeDownload implements Processor {
    private final Source<?> source;

    public WholeDownload(Source<?> source) {
        this.source = source;
    }

    /** @throws FaultException {@code half-a-file} */
    @Override
    public void process(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof WrappedFile<?> file)
                || !(file.getBody() instanceof File download)) {
            return;
        }
        long listed = Optional.ofNullable(exchange.getMessage().getHeader(Exchange.FILE_LENGTH, Long.class))
                .orElse(download.length());
        if (listed != download.length()) {
            throw half(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class), listed, download.length());
        }
        exchange.getMessage().setBody(download);
    }

    private FaultException half(String name, long listed, long came) {
        String vi = "Tệp «" + name + "» tải về được " + came + " trong " + listed
                + " byte; hub để nguyên tệp và tải lại. Nếu lặp lại, hãy kiểm tra đường truyền và máy chủ tệp.";
        String en = "Of the file \"" + name + "\" " + came + " of " + listed
                + " bytes came; the hub leaves it where it is and downloads it again. If this repeats, check the line and the"
                + " file server.";
        source.waiting(Text.of(vi, en));
        return FaultException.of("half-a-file", name, vi, en);
    }
}
