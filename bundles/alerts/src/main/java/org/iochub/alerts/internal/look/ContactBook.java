package org.iochub.alerts.internal.look;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.tenant.DutyRoster;
import org.iochub.core.tenant.MailAddresses;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;

/** Who to call: the sector's contact of the authority, and who is on duty there now. */
public final class ContactBook {
    private final Tenants tenants;
    private final String ofHub;

    /** @param ofHub who looks after the hub itself; may be empty */
    public ContactBook(Tenants tenants, String ofHub) {
        this.tenants = tenants;
        this.ofHub = ofHub.strip();
    }

    public AlertContact of(Optional<String> tenant, String sector, Instant now) {
        List<String> names = new ArrayList<>();
        tenant.flatMap(tenants::get).ifPresent(there -> {
            Optional.ofNullable(there.contacts().get(sector)).ifPresent(names::add);
            names.addAll(onDuty(there, now));
        });
        if (names.isEmpty() && !ofHub.isEmpty()) {
            names.add(ofHub);
        }
        return new AlertContact(names, MailAddresses.in(names));
    }

    private static List<String> onDuty(Tenant tenant, Instant now) {
        return DutyRoster.at(tenant.dutyRoster(), now.atZone(tenant.zone()));
    }
}
