package org.iochub.model.record;

import org.iochub.model.schema.Field;

/** A point on WGS 84, in degrees. */
public record Location(
        @Field(vi = "Kinh độ", en = "Longitude", unit = "deg", min = -180, max = 180)
        double longitude,

        @Field(vi = "Vĩ độ", en = "Latitude", unit = "deg", min = -90, max = 90)
        double latitude) {}
