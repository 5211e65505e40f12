package dari.admin;

import dari.admin.eligibility.FirmSize;
import dari.admin.forms.Answers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks for, held against what its call pays.
 *
 * @param price as answered, without tax
 * @param ceiling the most the voucher pays for the chosen kind of award; null where there is none
 */
public record AskedMoney(
        long price, int ownPercent, @Nullable Long ceiling, VoucherShare share) {

    /** Null where the call asks for no price, or none was given yet. */
    static @Nullable AskedMoney of(
            Funding funding, int generalPercent, Answers answers, String track, @Nullable FirmSize size) {
        String question = funding.priceQuestion();
        String typed = question == null ? "" : answers.of(question);
        if (!typed.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            return null;
        }
        long price = new BigDecimal(typed).setScale(0, RoundingMode.UP).longValueExact();
        int percent = funding.share(size, generalPercent);
        Long ceiling = funding.track(track).map(Funding.Track::ceilingWon).orElse(null);
        return new AskedMoney(price, percent, ceiling, VoucherShare.of(price, percent, ceiling));
    }

    public boolean isAbove() {
        return share.above() > 0;
    }
}
