package org.iochub.itests.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A one-stop system that pushes a few dossiers at a time, each message again until it is acknowledged, and remembers what
 * was. The same dossier keeps its code and content however often it is sent.
 */
final class DossierPusher implements Runnable {
    private static final int DOSSIERS_PER_MESSAGE = 7;
    private final HubProcess hub;
    private final String key;
    private final int lane;
    private final Set<String> acknowledged;
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    DossierPusher(HubProcess hub, String key, int lane, Set<String> acknowledged) {
        this.hub = hub;
        this.key = key;
        this.lane = lane;
        this.acknowledged = acknowledged;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            for (int message = 0; !stopped; message++) {
                deliver(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives up only when told to stop: what was not acknowledged by then was not promised. */
    private void deliver(int message) throws InterruptedException {
        String body = body(lane, message);
        CountDownLatch pause = new CountDownLatch(1);
        while (!stopped) {
            tries.merge("m" + message, 1, Integer::sum);
            try {
                HttpResponse<String> answer = hub.post("/api/v1/ingest/one-stop", key, body);
                if (answer.statusCode() / 100 == 2) {
                    for (int i = 0; i < DOSSIERS_PER_MESSAGE; i++) {
                        acknowledged.add(code(lane, message, i));
                    }
                    return;
                }
            } catch (IOException e) {
                // Killed under our hands: the message comes again.
            }
            pause.await(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Messages that had to be sent more than once. */
    long repeated() {
        return tries.values().stream().filter(count -> count > 1).count();
    }

    private static String code(int lane, int message, int i) {
        return "H48.15-250701-%d%05d%d".formatted(lane, message, i);
    }

    /** A message of seven dossiers that are in no other one. */
    static String body(int lane, int message) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < DOSSIERS_PER_MESSAGE; i++) {
            data.append(i == 0 ? "" : ",").append("""
                            {"MaHoSo":"%s","MaTTHC":"1.001612","TenTTHC":"Đăng ký hộ kinh doanh","MaLinhVuc":"KH01",
                             "LoaiDoiTuong":"1","TrichYeuHoSo":"Hồ sơ thử","NgayTiepNhan":"2025-07-01T08:00:00+07:00",
                             "NgayHenTra":"2025-07-08T17:00:00+07:00","TrangThaiHoSo":"4","HinhThuc":"1",
                             "DonViXuLy":"H48.15"}""".formatted(code(lane, message, i)));
        }
        return "{\"session\":\"s\",\"madonvi\":\"H48\",\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"false\",\"data\":["
                + data + "]}";
    }
}
