-- Sessions of format 1 know nothing of voting without TLS: nobody has allowed it.
UPDATE `session` SET `body` = json_set(`body`, '$.plainVoting', json('null')), `format` = 2 WHERE `format` = 1;
