-- Where an organisation wants to be told of events. The secret is not here: it is derived from a key of the marketplace,
-- the endpoint's id and the number of the secret.
CREATE TABLE webhook_endpoint (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  url VARCHAR(500) NOT NULL,
  kinds VARCHAR(1500) NOT NULL,
  secret_number INT NOT NULL,
  old_secret_until DATETIME(6),
  state VARCHAR(20) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_webhook_endpoint_organization FOREIGN KEY (organization) REFERENCES organization (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_webhook_endpoint_organization ON webhook_endpoint (organization, id);

-- What was, or is to be, sent there.
CREATE TABLE webhook_delivery (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  endpoint BINARY(16) NOT NULL,
  message BINARY(16) NOT NULL,
  kind VARCHAR(60) NOT NULL,
  payload TEXT NOT NULL,
  state VARCHAR(20) NOT NULL,
  attempts INT NOT NULL,
  answer INT,
  failure VARCHAR(40),
  made_at DATETIME(6) NOT NULL,
  tried_at DATETIME(6),
  next_at DATETIME(6),
  CONSTRAINT fk_webhook_delivery_endpoint FOREIGN KEY (endpoint) REFERENCES webhook_endpoint (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_webhook_delivery_endpoint ON webhook_delivery (endpoint, id);
CREATE INDEX ix_webhook_delivery_made ON webhook_delivery (made_at);

-- How far the sealed history was told; what lies before the first webhook is told to nobody.
CREATE TABLE webhook_position (
  id INT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO webhook_position (id, position) SELECT 1, COALESCE(MAX(history.position), 0) FROM history;
