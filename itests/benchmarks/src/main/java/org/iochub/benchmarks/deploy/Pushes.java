package org.iochub.benchmarks.deploy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A neighbour under load: dossiers are pushed to another source all the while. */
final class Pushes implements AutoCloseable {
    private static final long EVERY_MILLIS = 20;

    private final StartedHub hub;
    private final String source;
    private final String key;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::push, "pushes");

    Pushes(StartedHub hub, String source, String key) {
        this.hub = hub;
        this.source = source;
        this.key = key;
        thread.start();
    }

    private void push() {
        try {
            while (!stop.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                long began = System.nanoTime();
                HttpResponse<String> answer = hub.send(
                        "/api/v1/ingest/" + source, key, HttpRequest.BodyPublishers.ofString(body(taken.get())));
                slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
                (answer.statusCode() == 200 ? taken : refused).incrementAndGet();
            }
        } catch (IOException e) {
            refused.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int taken() {
        return taken.get();
    }

    int refused() {
        return refused.get();
    }

    double slowestSeconds() {
        return slowestNanos.get() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(60));
    }

    private static String body(int number) {
        return """
                {"session":"s","madonvi":"H48","service":"DongBoHoSoMC","isUpdating":"false","data":[
                 {"MaHoSo":"H48.15-250701-%06d","MaTTHC":"1.001612","TenTTHC":"Đăng ký hộ kinh doanh","MaLinhVuc":"KH01",
                  "LoaiDoiTuong":"1","TrichYeuHoSo":"Hồ sơ thử","NgayTiepNhan":"2025-07-01T08:00:00+07:00",
                  "NgayHenTra":"2025-07-08T17:00:00+07:00","TrangThaiHoSo":"4","HinhThuc":"1","DonViXuLy":"H48.15"}]}
                """.formatted(number % 1_000_000);
    }
}
