-- The card provider's code for its no: such a refund waits for finance and is not tried for ever.
ALTER TABLE refund ADD COLUMN refused VARCHAR(120);
