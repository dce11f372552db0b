package org.iochub.itests.browser;

/** Made-up messages of a one-stop system. */
final class Dossiers {
    private static final int TEN = 10;

    private Dossiers() {}

    static String message(int number, int dossiers) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < dossiers; i++) {
            data.append(i == 0 ? "" : ",").append(dossier(code(number, i), "4"));
        }
        return envelope(data.toString());
    }

    /** Ten dossiers for each of so many numbers. */
    static String many(int from, int numbers) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < numbers * TEN; i++) {
            data.append(i == 0 ? "" : ",").append(dossier(code(from + i / TEN, i % TEN), "4"));
        }
        return envelope(data.toString());
    }

    static String code(int number, int dossier) {
        return "H48.15-250701-%06d%d".formatted(number, dossier);
    }

    /** One without a code, and one that is as it should be. */
    static String broken(int number) {
        return envelope(dossier("", "4") + "," + dossier("H48.15-250702-%07d".formatted(number), "4"));
    }

    private static String envelope(String data) {
        return "{\"session\":\"s\",\"madonvi\":\"H48\",\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"false\",\"data\":["
                + data + "]}";
    }

    private static String dossier(String code, String state) {
        return """
                {"MaHoSo":"%s","MaTTHC":"1.001612","TenTTHC":"Đăng ký hộ kinh doanh","MaLinhVuc":"KH01",
                 "LoaiDoiTuong":"1","TrichYeuHoSo":"Hồ sơ thử nghiệm về đăng ký hộ kinh doanh",
                 "NgayTiepNhan":"2025-07-01T08:00:00+07:00","NgayHenTra":"2025-07-08T17:00:00+07:00",
                 "TrangThaiHoSo":"%s","HinhThuc":"1","DonViXuLy":"H48.15"}""".formatted(code, state);
    }
}
