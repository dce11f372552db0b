package org.iochub.routes.dossiers.internal;

/** Which of the two services an instance asks. */
public enum Polled {
    DOSSIERS(Envelope.Service.DOSSIERS),
    STEPS(Envelope.Service.STEPS);

    private final Envelope.Service service;

    Polled(Envelope.Service service) {
        this.service = service;
    }

    Envelope.Service service() {
        return service;
    }
}
