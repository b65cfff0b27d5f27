-- Whoever wrote a review before could not declare it finished.
UPDATE `half_term_review` SET `body` = json_set(`body`, '$.finishedAt', json('null'));
