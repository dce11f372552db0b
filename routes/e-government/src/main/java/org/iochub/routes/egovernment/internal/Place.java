package org.iochub.routes.egovernment.internal;

import org.iochub.model.time.ReportingPeriod;

/** Which figure: of what, where, and for which period. In the order in which figures are sent. */
record Place(Definition definition, ReportingPeriod period, String area) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int order = definition.compareTo(other.definition);
        order = order != 0 ? order : period.first().compareTo(other.period.first());
        order = order != 0 ? order : period.last().compareTo(other.period.last());
        order = order != 0 ? order : Boolean.compare(period.cumulative(), other.period.cumulative());
        return order != 0 ? order : area.compareTo(other.area);
    }
}
