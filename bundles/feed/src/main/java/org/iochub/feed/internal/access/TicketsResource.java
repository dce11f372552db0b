package org.iochub.feed.internal.access;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a key's holder a ticket for the address of an event stream. */
@Path("/api/v1/tickets")
@Component(service = FaceResource.class)
public final class TicketsResource implements FaceResource {
    private final Tickets tickets;

    @Activate
    public TicketsResource(@Reference Tickets tickets) {
        this.tickets = tickets;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@Context SecurityContext security) {
        Tickets.Ticket ticket = tickets.give(Caller.of(security).id());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ticket", ticket.value());
        document.put("expiresAt", ticket.expiresAt().toString());
        return Response.status(Response.Status.CREATED)
                .entity(Json.bytes(document))
                .build();
    }
}
