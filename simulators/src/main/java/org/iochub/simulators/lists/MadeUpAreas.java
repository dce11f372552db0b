package org.iochub.simulators.lists;

/** A list as an office would write it: real units of one province and their succession, in part. */
final class MadeUpAreas {
    static final String LIST = String.join(
            "\n",
            "code,level,name,parent,valid_from,valid_to,successors,kind",
            "51,province,Tỉnh Quảng Ngãi,,,2025-06-30,51,Tỉnh",
            "51,province,Tỉnh Quảng Ngãi,,2025-07-01,,,Tỉnh",
            "21439,commune,Phường Đức Phổ,51,2025-07-01,,,Phường",
            "21451,commune,Phường Trà Câu,51,2025-07-01,,,Phường",
            "21457,commune,Xã Nguyễn Nghiêm,51,2025-07-01,,,Xã",
            "21472,commune,Xã Khánh Cường,51,2025-07-01,,,Xã",
            "21478,commune,Phường Sa Huỳnh,51,2025-07-01,,,Phường",
            "");

    private MadeUpAreas() {}
}
