package org.iochub.feed.internal.ngsild;

import java.util.List;

/** The models of Smart Data Models that records fit. */
final class SmartModels {
    static final String HOME = "https://smartdatamodels.org/";

    private SmartModels() {}

    static List<EntityModel> all() {
        return List.of(
                new KpiModel(),
                new ServiceRequestModel(),
                new AirQualityModel(),
                new TrafficFlowModel(),
                new AlertModel());
    }
}
