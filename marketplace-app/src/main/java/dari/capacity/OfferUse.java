package dari.capacity;

import dari.offers.OfferView;

/**
 * What is taken of an offer's places this quarter.
 *
 * @param used interests accepted in this quarter, invitations that were agreed to included
 */
public record OfferUse(OfferView offer, int used) {

    public int places() {
        return offer.content().capacityPerQuarter();
    }

    public int left() {
        return Math.max(0, places() - used);
    }

    public boolean isFull() {
        return used >= places();
    }
}
