package org.iochub.declarative.internal.fetch.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.commons.net.ftp.FTPFile;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;

/** {@code from.ftp}: reads files from an FTP server, over TLS when the file says so. */
public final class FtpFetches implements FetchFactory {
    private static final int FTP_PORT = 21;
    private static final int IMPLICIT_PORT = 990;

    @Override
    public String name() {
        return "ftp";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, tools.settings(), problems);
        String tls = options.word("tls", "none");
        Remote remote = Remote.of(options, tls.equals("implicit") ? IMPLICIT_PORT : FTP_PORT);
        Optional<Template> certificate = options.text("certificate");
        FilePlan plan = FilePlan.of(options);
        return new Fetch() {
            @Override
            public Transport transport() {
                return Transport.FTP;
            }

            @Override
            public RoutesBuilder routes(Source<DeclaredSettings> source) {
                return new Routes(plan, source, remote, tls, certificate);
            }
        };
    }

    private static final class Routes extends FileRoutes<FTPFile> {
        private final Remote remote;
        private final String tls;
        private final Optional<Template> certificate;

        Routes(
                FilePlan plan,
                Source<DeclaredSettings> source,
                Remote remote,
                String tls,
                Optional<Template> certificate) {
            super(plan, source);
            this.remote = remote;
            this.tls = tls;
            this.certificate = certificate;
        }

        @Override
        String address() {
            return place().replaceFirst("://", ":");
        }

        @Override
        String place() {
            return (secure() ? "ftps://" : "ftp://") + remote.authority(fill) + "/" + Remote.directory(plan, fill);
        }

        @Override
        String more() {
            return "&passiveMode=true&binary=true" + remote.timeouts(fill)
                    // The certificate has to be one that this Java trusts, and the server's own.
                    + (secure()
                            ? "&execPbsz=0&execProt=P&implicit=" + tls.equals("implicit")
                                    + "&ftpClient.endpointCheckingEnabled=true"
                            : "")
                    + "&localWorkDirectory=RAW(" + work("ftp") + ")";
        }

        private boolean secure() {
            return !tls.equals("none");
        }

        @Override
        void arrange(GenericFileEndpoint<FTPFile> inbox) {
            RemoteFileEndpoint<FTPFile> server = (FtpEndpoint<FTPFile>) inbox;
            server.getConfiguration().setUsername(fill.text(remote.user()));
            remote.password().ifPresent(password -> server.getConfiguration().setPassword(fill.text(password)));
            if (inbox instanceof FtpsEndpoint ftps) {
                ftps.setSslContextParameters(certificate
                        .map(fill::text)
                        .filter(pem -> !pem.isBlank())
                        .map(Certificates::only)
                        .orElseGet(Certificates::usual));
            }
        }
    }
}
