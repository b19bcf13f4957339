-- What was recorded later must not change what a report said as of before: a clock whose end moves keeps the ends it had.
ALTER TABLE clock ADD COLUMN due_before jsonb;
