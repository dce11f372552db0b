package org.iochub.core.tenant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * An authority.
 *
 * @param areas codes of its units
 * @param validTo its last day; some authorities ended with the reform of 2025
 * @param successor the tenant that took over
 * @param contacts by sector: who to call
 * @param dutyRoster who is on duty, as written
 */
public record Tenant(
        String id,
        Text name,
        List<String> areas,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> successor,
        Map<String, String> contacts,
        List<String> dutyRoster,
        ZoneId zone) {}
