package org.iochub.simulators.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The GTFS feed of a bus network that does not exist, with dirt: the same for the same seed and number of stops. */
final class MadeUpTimetable {
    private static final int LINES = 4;

    private MadeUpTimetable() {}

    static byte[] zip(long seed, int stops, LocalDate from) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, String> file : files(seed, stops, from).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Map<String, String> files(long seed, int stops, LocalDate from) {
        Map<String, String> files = new LinkedHashMap<>();
        // Before what it refers to.
        files.put("trips.txt", trips());
        files.put(
                "agency.txt",
                "agency_id,agency_name,agency_url,agency_timezone\r\n"
                        + "XB,Xe buýt mẫu Quảng Ngãi,https://xe-buyt.example,Asia/Ho_Chi_Minh\r\n");
        files.put("stops.txt", stops(seed, stops));
        files.put("routes.txt", routes());
        files.put("calendar.txt", calendar(from));
        files.put("calendar_dates.txt", "service_id,date,exception_type\r\nNGAY," + day(from.plusDays(1)) + ",2\r\n");
        files.put("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\r\n");
        return files;
    }

    private static String stops(long seed, int stops) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("\uFEFFstop_id,stop_name,stop_lat,stop_lon,location_type\r\n");
        for (int i = 1; i <= stops; i++) {
            double lat = Place.QUANG_NGAI_CITY.latitude() + random.nextDouble() / 10;
            double lon = Place.QUANG_NGAI_CITY.longitude() + random.nextDouble() / 10;
            rows.append(String.format(Locale.ROOT, "S%03d,\"Trạm số %d, đường Mẫu\",%.5f,%.5f,0\r\n", i, i, lat, lon));
        }
        return rows.append("S900,Lối vào bến,15.12,108.80,2\r\n")
                .append("S901,Trạm giữa biển,95.0,108.8,0\r\n")
                .append("S902,Trạm loại lạ,15.1,108.8,9\r\n")
                .toString();
    }

    private static String routes() {
        StringBuilder rows = new StringBuilder("route_id,route_short_name,route_type\r\n");
        for (int line = 1; line <= LINES; line++) {
            rows.append("R%02d,%02d,3\r\n".formatted(line, line));
        }
        return rows.append("RPHA,Phà,4\r\nRLA,Lạ,99\r\n").toString();
    }

    private static String trips() {
        StringBuilder rows = new StringBuilder("route_id,service_id,trip_id\r\n");
        for (int line = 1; line <= LINES; line++) {
            for (int trip = 1; trip <= 10; trip++) {
                rows.append("R%02d,%s,T%02d-%02d\r\n".formatted(line, trip > 7 ? "CUOITUAN" : "NGAY", line, trip));
            }
        }
        return rows.append("R77,NGAY,T-LA-1\r\nR01,KHONGCO,T-LA-2\r\n").toString();
    }

    private static String calendar(LocalDate from) {
        String header = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\r\n";
        String span = "," + day(from) + "," + day(from.plusDays(27)) + "\r\n";
        return header + "NGAY,1,1,1,1,1,1,1" + span + "CUOITUAN,0,0,0,0,0,1,1" + span;
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
