-- Which paper came over which channel is forgotten at closing; of sessions that were closed before, here.
UPDATE `paper` SET
	`channel` = 'forgotten',
	`batch_id` = NULL,
	`voted_by` = CASE WHEN `voted_by` IS NULL THEN NULL ELSE 'forgotten' END,
	`recast_key_hash` = NULL
WHERE `session_id` IN (SELECT `id` FROM `session` WHERE `state` IN ('closed', 'tallied', 'published'));
