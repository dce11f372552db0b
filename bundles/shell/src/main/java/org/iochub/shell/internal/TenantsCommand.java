package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;

@Command(
        scope = "hub",
        name = "tenants",
        description = "Liệt kê các cơ quan / Lists the authorities",
        detailedDescription = "EXAMPLE\n\n  hub:tenants\n  hub:tenants --json")
@Service
public final class TenantsCommand extends HubCommand {
    @Reference(optional = true)
    Tenants tenants;

    @Override
    void run() throws Exception {
        List<Tenant> all = need(tenants).list();
        if (json) {
            out.println(Json.pretty(
                    Map.of("tenants", all.stream().map(TenantsCommand::describe).toList())));
            return;
        }
        Table table = Table.of("id", "name", "areas", "valid to", "successor");
        for (Tenant tenant : all) {
            table.row(
                    tenant.id(),
                    Table.cut(tenant.name().vi(), 24),
                    Table.cut(String.join(",", tenant.areas()), 10),
                    tenant.validTo().map(Object::toString).orElse("-"),
                    tenant.successor().orElse("-"));
        }
        table.print(out);
    }

    /** Without the people: contacts and the duty roster name them. */
    private static Map<String, Object> describe(Tenant tenant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", tenant.id());
        document.put("name", Json.text(tenant.name()));
        document.put("areas", tenant.areas());
        Json.put(document, "validFrom", tenant.validFrom());
        Json.put(document, "validTo", tenant.validTo());
        Json.put(document, "successor", tenant.successor());
        document.put("zone", tenant.zone().getId());
        return document;
    }
}
