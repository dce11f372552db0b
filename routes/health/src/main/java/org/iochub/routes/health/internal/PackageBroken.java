package org.iochub.routes.health.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The package itself cannot be read on, not just one record in it. */
final class PackageBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    PackageBroken(FaultException cause) {
        super(cause.fault().code());
        this.fault = silent(cause.fault());
    }

    /** These two repeat a name out of the package. */
    private static Fault silent(Fault fault) {
        return fault.code().equals("xml-undeclared-entity") || fault.code().equals("xml-too-many-attributes")
                ? Refused.badPackage(fault.code(), fault.where()).fault()
                : fault;
    }

    /** The message could not be read this time: it comes again. */
    static UncheckedIOException unread(XMLStreamException e) {
        return new UncheckedIOException(
                e.getNestedException() instanceof IOException io ? io : new IOException("the message cannot be read"));
    }

    Fault fault() {
        return fault;
    }
}
