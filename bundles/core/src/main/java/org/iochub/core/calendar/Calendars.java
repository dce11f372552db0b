package org.iochub.core.calendar;

/** The calendar of {@code org.iochub.calendar.cfg}, as it is edited. Safe for any number of threads. */
public interface Calendars {
    WorkingCalendar workingDays();
}
