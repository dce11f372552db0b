package org.iochub.core.calendar.internal;

import java.util.Map;
import org.iochub.core.calendar.Calendars;
import org.iochub.core.calendar.WorkingCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calendar as {@code org.iochub.calendar.cfg} has it; an edit counts at once. */
@Component(configurationPid = "org.iochub.calendar")
public final class ConfiguredCalendar implements Calendars {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCalendar.class);
    private volatile WorkingCalendar calendar;

    @Activate
    public ConfiguredCalendar(Map<String, Object> values) {
        edited(values);
    }

    @Modified
    void edited(Map<String, Object> values) {
        CalendarFile file = CalendarFile.read(values);
        file.wrong().forEach(sentence -> LOG.error("org.iochub.calendar.cfg: {}", sentence));
        calendar = file.calendar();
    }

    @Override
    public WorkingCalendar workingDays() {
        return calendar;
    }
}
