package org.iochub.routes.dossiers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.iochub.api.read.Shown;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.number.VietnameseNumbers;

/** The sum of a dossier's fees, in whole đồng. */
final class Fees {
    private static final String LIST = "DanhSachLePhi";

    private static final int MOST_DIGITS = 18;

    private final DossiersSettings settings;

    Fees(DossiersSettings settings) {
        this.settings = settings;
    }

    /** Absent when the dossier says nothing about fees. */
    OptionalLong of(Fields fields) {
        List<Fields> fees = fields.list(LIST);
        if (fees.isEmpty()) {
            return OptionalLong.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < fees.size(); i++) {
            sum = sum.add(amount(fees.get(i), LIST + "[" + i + "]." + settings.feeField()));
        }
        return OptionalLong.of(whole(sum));
    }

    private BigDecimal amount(Fields fee, String where) {
        try {
            JsonNode value = fee.node().path(settings.feeField());
            BigDecimal amount = value.isNumber()
                    ? value.decimalValue()
                    : VietnameseNumbers.parse(fee.required(settings.feeField()), settings.numbers());
            // Looked at before it is added: the sum of 1 and 1E+400000000 has as many digits.
            if (amount.signum() < 0
                    || (long) amount.precision() - amount.scale() > MOST_DIGITS
                    || amount.scale() > MOST_DIGITS) {
                throw notWhole(amount);
            }
            return amount;
        } catch (FaultException e) {
            throw new FaultException(
                    new Fault(e.fault().code(), where, e.fault().message()));
        }
    }

    private static long whole(BigDecimal sum) {
        try {
            return sum.longValueExact();
        } catch (ArithmeticException e) {
            throw notWhole(sum);
        }
    }

    private static FaultException notWhole(BigDecimal sum) {
        return FaultException.of(
                "bad-amount",
                LIST,
                "Số tiền " + Shown.of(sum.toString()) + " không phải số đồng nguyên từ 0 trở lên; hãy sửa ở nguồn.",
                "The amount " + Shown.of(sum.toString()) + " is not a whole number of đồng from 0 on; mend it at the"
                        + " source.");
    }
}
