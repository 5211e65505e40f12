-- Letters and news for webhooks give way to everything else that is due.
UPDATE scheduled_tasks
   SET priority = CASE WHEN task_name IN ('send-mail', 'send-webhook') THEN 10 ELSE 50 END
 WHERE priority IS NULL;
CREATE INDEX ix_scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);
