-- A refund that the card provider had accepted may fail there days later: it is asked for again under another key.
ALTER TABLE refund ADD COLUMN failures INT NOT NULL DEFAULT 0;
-- Since when the money waits for finance; null while it does not, and for what was refused before this was kept.
ALTER TABLE refund ADD COLUMN refused_at DATETIME(6);
-- When the provider says that it happened: what is heard late is told from what came after. Null for what was heard before.
ALTER TABLE card_event ADD COLUMN happened_at DATETIME(6);
