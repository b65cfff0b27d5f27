-- Sessions of format 3 know nothing of people summoned without a vote: nobody was.
UPDATE `session` SET `body` = json_set(`body`, '$.nonVoters', json('[]')), `format` = 4 WHERE `format` = 3;
