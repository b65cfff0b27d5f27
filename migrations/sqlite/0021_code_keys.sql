-- Separators and digits of full width count for nothing in a code: the keys are made anew.
UPDATE `person` SET `code_key` = code_key(`code`) WHERE `code` IS NOT NULL;
