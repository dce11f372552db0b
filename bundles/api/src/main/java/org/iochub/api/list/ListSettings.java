package org.iochub.api.list;

import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Setting;

/** What an instance that takes an official list is told. */
public record ListSettings(
        @Setting(
                vi = "Thư mục đặt danh mục; đường dẫn tương đối thì nằm dưới inbox/ của hub",
                en = "Folder that the list is put into; a relative path lies below the hub's inbox/",
                example = "danh-muc")
        String folder,

        @Setting(vi = "Bao lâu xem thư mục một lần", en = "How often to look", byDefault = "10s", min = 1)
        Duration every,

        @Setting(
                vi = "Mã thay đổi mà người vận hành đã xem và đồng ý, như trạng thái của nguồn ghi",
                en = "The change that the operator has seen and agrees with, as the instance's status names it",
                pattern = "[0-9a-f]{12}",
                example = "3f2a9c01b7de")
        Optional<String> confirm,

        @Setting(
                vi =
                        "Số thay đổi nhiều nhất được nhận mà không cần xác nhận; 0 thì luôn phải xác nhận. Danh mục bỏ đơn vị"
                                + " nào đó thì luôn phải xác nhận",
                en =
                        "The most changes that are taken without confirmation; with 0 all are confirmed. A list that removes"
                                + " a unit is always confirmed",
                byDefault = "0",
                min = 0,
                max = 100_000)
        int autoApplyUpTo) {}
