package org.iochub.routes.transport.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Settings and feeds for tests. */
final class Example {
    private Example() {}

    static TransportSettings settings() {
        return settings(URI.create("http://127.0.0.1:1/gtfs.zip"), Optional.empty(), Duration.ofSeconds(20));
    }

    static TransportSettings settings(URI url, Optional<URI> works, Duration responseTimeout) {
        return new TransportSettings(
                url,
                works,
                "51",
                "bus",
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                responseTimeout,
                1 << 20,
                4 << 20);
    }

    /** A small sound feed of two weeks, the second Monday without service. */
    static Map<String, String> feed() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("trips.txt", "route_id,service_id,trip_id\nA,NGAY,1\nA,NGAY,2\nB,CUOITUAN,3\nPHA,NGAY,4\n");
        files.put("agency.txt", "agency_name\nXe buýt mẫu\n");
        files.put(
                "stops.txt",
                "stop_name,stop_id,stop_lon,stop_lat,location_type\r\n"
                        + "\"Chợ Mẫu, \"\"cổng\"\" bắc\",S1,108.8,15.12,\r\n"
                        + "Bến Mẫu,S2,108.81,15.13,1\r\n"
                        + "Lối vào,S3,108.81,15.13,2\r\n");
        files.put("routes.txt", "route_id,route_type\nA,3\nB,704\nPHA,4\n");
        files.put(
                "calendar.txt",
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                        + "NGAY,1,1,1,1,1,1,1,20260302,20260315\nCUOITUAN,0,0,0,0,0,1,1,20260302,20260315\n");
        files.put("calendar_dates.txt", "service_id,date,exception_type\nNGAY,20260309,2\nCUOITUAN,20260310,1\n");
        return files;
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] with(String file, String content) {
        Map<String, String> files = feed();
        files.put(file, content);
        return zip(files);
    }
}
