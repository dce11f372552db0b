package org.iochub.itests;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A one-stop system that pushes a made-up dossier every few milliseconds. The first push that is not taken ends it. */
final class DossierLoad implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;

    private final Hub hub;
    private final String source;
    private final String key;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::push, "dossier-load");

    DossierLoad(Hub hub, String source, String key) {
        this.hub = hub;
        this.source = source;
        this.key = key;
        thread.start();
    }

    private void push() {
        try {
            while (!stop.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                HttpResponse<String> answer = hub.post("/api/v1/ingest/" + source, key, body(acknowledged.get()));
                if (answer.statusCode() != 200) {
                    trouble.set(Optional.of(answer.statusCode() + " " + answer.body()));
                    return;
                }
                acknowledged.incrementAndGet();
            }
        } catch (Exception e) {
            trouble.set(Optional.of(e.toString()));
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** What went wrong; empty when every push was taken. */
    Optional<String> trouble() {
        return trouble.get();
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
                """.formatted(number);
    }
}
