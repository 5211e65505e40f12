-- Invoices of before have no number: numbers run without a gap from here on.
ALTER TABLE invoice ADD COLUMN application BINARY(16);
ALTER TABLE invoice ADD COLUMN number INT;
ALTER TABLE invoice ADD COLUMN gate VARCHAR(20) NOT NULL DEFAULT 'OWN_SHARE_PAID';
ALTER TABLE invoice ADD COLUMN issued_at DATETIME(6);
ALTER TABLE invoice ADD COLUMN due_on DATE;
ALTER TABLE invoice ADD COLUMN tax_invoice VARCHAR(24);
ALTER TABLE invoice ADD COLUMN received_won BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invoice ADD COLUMN disputed_won BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invoice ADD COLUMN credited_price_won BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invoice ADD COLUMN credited_vat_won BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invoice ADD COLUMN credited_voucher_won BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invoice ADD COLUMN credited_own_won BIGINT NOT NULL DEFAULT 0;
UPDATE invoice SET received_won = own_won WHERE status = 'PAID';
ALTER TABLE invoice ADD CONSTRAINT uq_invoice_number UNIQUE (hospital, number);
ALTER TABLE invoice ADD CONSTRAINT uq_invoice_tax UNIQUE (tax_invoice);
CREATE INDEX ix_invoice_application ON invoice (application);

-- The last number of each hospital, counted up in the transaction that writes the invoice: none is ever skipped.
CREATE TABLE invoice_number (
  hospital BINARY(16) NOT NULL PRIMARY KEY,
  last_number INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Locked by whoever writes one of an application's invoices, so that two at once cannot both take the same voucher.
CREATE TABLE voucher_budget (
  application BINARY(16) NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE payment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  rail VARCHAR(20) NOT NULL,
  status VARCHAR(20) NOT NULL,
  won BIGINT NOT NULL,
  returned_won BIGINT NOT NULL,
  reference VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  card_payment VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  statement_line BINARY(16),
  received_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_payment_card UNIQUE (card_payment),
  CONSTRAINT uq_payment_line UNIQUE (statement_line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_payment_project ON payment (project);

CREATE TABLE refund (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  price_won BIGINT NOT NULL,
  vat_won BIGINT NOT NULL,
  voucher_won BIGINT NOT NULL,
  own_won BIGINT NOT NULL,
  payout_won BIGINT NOT NULL,
  payment BINARY(16),
  reference VARCHAR(120),
  reason VARCHAR(1000) NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  paid_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_refund_project ON refund (project);
CREATE INDEX ix_refund_status ON refund (status);

-- What a settlement asks back of a startup.
CREATE TABLE clawback (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  milestone VARCHAR(80) NOT NULL,
  startup BINARY(16) NOT NULL,
  won BIGINT NOT NULL,
  received_won BIGINT NOT NULL,
  statement_line BINARY(16),
  demanded_at DATETIME(6) NOT NULL,
  paid_at DATETIME(6),
  reference VARCHAR(120),
  CONSTRAINT uq_clawback UNIQUE (application, milestone),
  CONSTRAINT uq_clawback_line UNIQUE (statement_line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- What the provider's word was about, so that words that come in another order find each other.
ALTER TABLE card_event ADD COLUMN payment VARCHAR(255);
ALTER TABLE card_event ADD COLUMN amount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE card_event ADD COLUMN currency VARCHAR(3) NOT NULL DEFAULT 'KRW';
CREATE INDEX ix_card_event_payment ON card_event (payment);
