package org.iochub.routes.@package@.internal;

import java.util.List;
import org.iochub.api.Setting;

/**
 * One service desk.
 *
 * @param statuses the desk's own states and the shared model's
 */
public record @Class@Settings(
        @Setting(
                vi = "Trạng thái của nguồn = trạng thái chung",
                en = "Source status = shared status",
                byDefault = "moi=received,dang-xu-ly=in-process,da-xong=closed")
        List<String> statuses) {}
