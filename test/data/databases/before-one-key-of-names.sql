PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO __drizzle_migrations VALUES(NULL,'418d81179457b3ef8afdea6aad1cd29188d3a41b4b04d1f6b484c94f31596aed',1795308004899);
INSERT INTO __drizzle_migrations VALUES(NULL,'179c3ab73c3d4c8a094bb4f02d21a85a3e881ba5a73c1a1a875e79f172af3ca1',1795309122595);
INSERT INTO __drizzle_migrations VALUES(NULL,'720eef0fc3d543fe905e7afdd3c94e51f592496a74b9cdd729644612db211b39',1795309886861);
INSERT INTO __drizzle_migrations VALUES(NULL,'8589e59a38f663a8d0f95cca5fecfdcebe5428514aa57b6e986739650d5ad712',1795318715254);
INSERT INTO __drizzle_migrations VALUES(NULL,'1474e4df28af9c04d7980d775ff6f234604bd2075e7a0dcb5b424c3d5ef882b9',1795319343316);
INSERT INTO __drizzle_migrations VALUES(NULL,'42e98ef5da6a0790124cf13f0a3ffeca3c1b5be09efc42d82bb7f80a80b9e0a6',1795319453522);
INSERT INTO __drizzle_migrations VALUES(NULL,'76416d9b87f249f04e7a05ff129a174ce04d0aa1698bb3d83a4d6a1209114fd8',1795319934625);
INSERT INTO __drizzle_migrations VALUES(NULL,'f894345ec28ca10692b770680e00244539c95d3588e65a6f019f5fa49fd8d893',1795320735436);
INSERT INTO __drizzle_migrations VALUES(NULL,'3c47d2e32b7d35b2fa3d8d8608935e0d490400916c0e5ff6e14486fc7f8ab34a',1795322010835);
INSERT INTO __drizzle_migrations VALUES(NULL,'ea39af717028c7a43dbe3afc602bd2d8cea39fd02e4fb281f680ae9308ae8477',1795322579613);
INSERT INTO __drizzle_migrations VALUES(NULL,'f5e2560092c468cbe500b4ee4c85e21cb8f5e8259be52b0fe483d58cd23020e1',1795324752338);
INSERT INTO __drizzle_migrations VALUES(NULL,'52ad53a2e66946e519659fdef6f8fadbc0dfe199ff0cbdbb4472da1fed319926',1795329994080);
INSERT INTO __drizzle_migrations VALUES(NULL,'fe8ad5b7dab4649148e65c7afda242c9bc0811991a53cc46264e313663b2ce88',1795330941936);
INSERT INTO __drizzle_migrations VALUES(NULL,'88583d7ed79686191665777568ffe4e6f39ded51406ee76786fd4523e4100c1c',1795332507542);
INSERT INTO __drizzle_migrations VALUES(NULL,'e7e605cace086053add190a7ed9d0c1cac1d03685c71940e4020f934932d2e04',1795332966883);
INSERT INTO __drizzle_migrations VALUES(NULL,'30a3b6171a324fc9f57319e31cf47c39c6d68ae3d246462b3af90ec864d1152e',1795333103107);
INSERT INTO __drizzle_migrations VALUES(NULL,'00ba373ae1342d5c13658257a210f1063a7d77b7a8031643414380dc8d7d0461',1795333314563);
INSERT INTO __drizzle_migrations VALUES(NULL,'fbab0d0f0a61f3b2f69e4fa1042b6cc4cc2b0b7cef2f19e3bd3bf75959790c68',1795335559896);
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`username_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`person_id` text,
	`administrator` integer NOT NULL
, `second_factor` text);
INSERT INTO account VALUES('00000009-0000-4000-8000-000000000001','Quản trị','quản trị','$argon2id$none',NULL,1,NULL);
CREATE TABLE `account_grant` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`committee_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`, `committee_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `sign_in_failure` (
	`username_key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` text NOT NULL,
	`locked_until` text
);
CREATE TABLE `committee` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`sector` text NOT NULL,
	`superior_id` text,
	`directed_by_id` text, `superior_since` text, `code` text, `from_day` text, `to_day` text, `successor_id` text REFERENCES committee(id), `search_key` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`superior_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`directed_by_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
INSERT INTO committee VALUES('00000001-0000-4000-8000-000000000001','Tỉnh uỷ Đắk Lắk','commune','territory',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'tinh uy dak lak');
INSERT INTO committee VALUES('00000001-0000-4000-8000-000000000002','Đảng bộ xã Ea H''Leo','commune','territory','00000001-0000-4000-8000-000000000001',NULL,NULL,'EH-1',NULL,NULL,NULL,'dang bo xa ea h leo eh 000001');
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`full_name` text NOT NULL,
	`code` text
, `search_key` text DEFAULT '' NOT NULL);
INSERT INTO person VALUES('00000002-0000-4000-8000-000000000001','Lò Thị Hòa','CB-01','lo thi hoa');
INSERT INTO person VALUES('00000002-0000-4000-8000-000000000002','H’Hen Niê',NULL,'h hen nie');
INSERT INTO person VALUES('00000002-0000-4000-8000-000000000003','K''Brêu','cb-03','k breu');
INSERT INTO person VALUES('00000002-0000-4000-8000-000000000004','Ðặng Văn Út',NULL,'ang van ut');
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`person_id` text NOT NULL,
	`position` text NOT NULL,
	`precedence` integer NOT NULL,
	`from_day` text,
	`to_day` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
INSERT INTO seat VALUES('00000003-0000-4000-8000-000000000001','00000001-0000-4000-8000-000000000002','00000002-0000-4000-8000-000000000001','Bí thư',1,'2025-07-01',NULL);
INSERT INTO seat VALUES('00000003-0000-4000-8000-000000000002','00000001-0000-4000-8000-000000000002','00000002-0000-4000-8000-000000000002','Ủy viên',2,'2025-07-01',NULL);
INSERT INTO seat VALUES('00000003-0000-4000-8000-000000000003','00000001-0000-4000-8000-000000000002','00000002-0000-4000-8000-000000000003','Ủy viên',3,'2025-07-01',NULL);
INSERT INTO seat VALUES('00000003-0000-4000-8000-000000000004','00000001-0000-4000-8000-000000000002','00000002-0000-4000-8000-000000000004','Ủy viên',4,'2025-07-01',NULL);
CREATE TABLE `document` (
	`session_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`title` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`session_id`, `id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `record_event` (
	`election_id` text NOT NULL,
	`height` integer NOT NULL,
	`type` text NOT NULL,
	`hash` text NOT NULL,
	`payload` text,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`election_id`, `height`),
	FOREIGN KEY (`election_id`) REFERENCES `record`(`election_id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `record` (
	`election_id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`timestamp` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `paper` (
	`session_id` text NOT NULL,
	`credential` text NOT NULL,
	`channel` text NOT NULL,
	`batch_id` text,
	`fate` text NOT NULL,
	`voted_by` text,
	`recast_key_hash` text,
	PRIMARY KEY(`session_id`, `credential`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
CREATE TABLE `phone_link` (
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`credential` text NOT NULL,
	PRIMARY KEY(`session_id`, `voter_id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
CREATE TABLE `session_person` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`, `role`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000001','subject');
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000001','voter');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000001','subject');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000001','voter');
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000002','subject');
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000002','voter');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000002','subject');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000002','voter');
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000003','subject');
INSERT INTO session_person VALUES('Session111111111111111','00000002-0000-4000-8000-000000000003','voter');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000003','subject');
INSERT INTO session_person VALUES('Session111111111111112','00000002-0000-4000-8000-000000000003','voter');
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`superior_id` text,
	`state` text NOT NULL,
	`held_on` text NOT NULL,
	`opened` integer NOT NULL,
	`read_key` text NOT NULL,
	`format` integer NOT NULL,
	`body` text NOT NULL
, `plan_id` text);
INSERT INTO session VALUES('Session111111111111111','00000001-0000-4000-8000-000000000002','00000001-0000-4000-8000-000000000001','published','2026-12-01',1,'read key 1',5,'{"id":"Session111111111111111","form":{"id":"qd-96-2023","title":{"vi":"Lấy phiếu tín nhiệm trong hệ thống chính trị (Quy định 96, năm 2023)","en":"Confidence vote in the political system (Regulation 96 of 2023)"},"citation":{"vi":"Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị","en":"Politburo Regulation 96-QĐ/TW of 2 February 2023"},"validFrom":"2023-02-02","validTo":null,"documentLayout":"party","levels":[{"id":"high","label":{"vi":"Tín nhiệm cao","en":"High confidence"}},{"id":"confidence","label":{"vi":"Tín nhiệm","en":"Confidence"}},{"id":"low","label":{"vi":"Tín nhiệm thấp","en":"Low confidence"}}],"base":"collected","quorum":{"numerator":2,"denominator":3},"tiers":[{"tier":1,"level":"low","over":{"numerator":1,"denominator":2},"under":{"numerator":2,"denominator":3},"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Đưa ra khỏi quy hoạch chức vụ cao hơn; xem xét cho thôi giữ chức vụ","en":"Taken out of planning for higher posts; leaving the post is considered"}},{"tier":2,"level":"low","atLeast":{"numerator":2,"denominator":3},"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Miễn nhiệm, bố trí công tác khác thấp hơn, không chờ hết nhiệm kỳ","en":"Dismissed and given lower work, without waiting for the term''s end"}}],"documentDeadlines":[{"kind":"documents-to-voters","label":{"vi":"Gửi tài liệu đến người ghi phiếu","en":"Documents sent to the voters"},"daysBefore":15},{"kind":"questions-to-subject","label":{"vi":"Gửi câu hỏi đến người được lấy phiếu","en":"Questions sent to the subject"},"daysBefore":10}],"exclusionReasons":[],"maximumPlaces":2,"remoteVoting":false,"namesWrittenIn":"invalid","invalidSheetReasons":[{"id":"not-issued","label":{"vi":"Phiếu không do Ban kiểm phiếu phát ra","en":"Not issued by the tellers"}},{"id":"name-crossed-out","label":{"vi":"Phiếu gạch xóa họ tên người được in trên phiếu","en":"A printed name is crossed out"}},{"id":"name-written-in","label":{"vi":"Phiếu ghi thêm tên người hoặc thông tin khác","en":"A name or other words were written in"}}],"wording":{"ballotTitle":{"vi":"PHIẾU TÍN NHIỆM","en":"BALLOT OF CONFIDENCE"},"ballotAbstract":{"vi":"đối với các đồng chí ủy viên","en":"on the members of"},"instruction":{"vi":"Với mỗi đồng chí, đánh dấu X vào đúng một ô ứng với mức độ tín nhiệm.","en":"For each person, mark X in exactly one box, at the level of your confidence."},"unmarked":{"vi":"Không đánh dấu ô nào, hoặc đánh dấu từ hai ô trở lên cho một đồng chí: phiếu không hợp lệ đối với riêng đồng chí đó, vẫn hợp lệ đối với những người khác.","en":"No box, or more than one box, marked for a person: the ballot is invalid for that person only and remains valid for the others."},"optionalSignature":{"vi":"Người ghi phiếu (có thể ký hoặc không ký tên)","en":"Voter (a signature is not required)"},"stampPlace":{"vi":"Dấu treo","en":"Stamp"},"subject":{"vi":"Đồng chí được lấy phiếu","en":"Member voted on"},"levels":{"vi":"Mức độ tín nhiệm","en":"Level of confidence"},"base":{"vi":"Tỷ lệ % trên tổng số phiếu thu về","en":"% of ballots collected"},"minutesTitle":{"vi":"BIÊN BẢN KIỂM PHIẾU","en":"MINUTES OF THE COUNT"},"minutesAbstract":{"vi":"lấy phiếu tín nhiệm","en":"of the confidence vote"},"noTier":{"vi":"Không thuộc trường hợp phải xem xét","en":"No consequence under the rules"}},"assumptions":[{"vi":"Chưa đọc được quy định về trường hợp không lấy phiếu: không ai được miễn.","en":"The cases in which no vote is taken could not be read: nobody may be left out."},{"vi":"Chưa đọc được quy định về ghi thêm tên: áp dụng như Quy định 262-QĐ/TW, phiếu không hợp lệ.","en":"What a name written in does could not be read: as in Regulation 262-QĐ/TW, the sheet is invalid."},{"vi":"Văn bản không nói đến bỏ phiếu từ xa: không cho phép.","en":"The text does not speak of voting from a distance: not allowed."}]},"readKey":"read key 1","chair":{"accountId":"00000009-0000-4000-8000-000000000001","name":"Chủ trì"},"committeeId":"00000001-0000-4000-8000-000000000002","committeeName":"Đảng bộ xã 2","committeeLevel":"commune","superiorId":"00000001-0000-4000-8000-000000000001","superiorName":"Đảng bộ xã 1","state":"published","settings":{"title":"Lấy phiếu tín nhiệm","place":"Hội trường","heldOn":"2026-12-01","convenedBy":"Ban Thường vụ","plan":null,"phonePapers":true,"threshold":2},"planId":null,"subjects":[{"id":"00000003-0000-4000-8000-000000000001","seatId":"00000003-0000-4000-8000-000000000001","personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","position":"Ủy viên","excludedFor":null,"struckFor":null},{"id":"00000003-0000-4000-8000-000000000002","seatId":"00000003-0000-4000-8000-000000000002","personId":"00000002-0000-4000-8000-000000000002","name":"H’Hen Niê","position":"Ủy viên","excludedFor":null,"struckFor":null},{"id":"00000003-0000-4000-8000-000000000003","seatId":"00000003-0000-4000-8000-000000000003","personId":"00000002-0000-4000-8000-000000000003","name":"K''Brêu","position":"Ủy viên","excludedFor":null,"struckFor":null}],"listVersion":1,"roll":[{"id":"00000002-0000-4000-8000-000000000001","personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","position":"Ủy viên","kind":"seat","received":null,"present":false},{"id":"00000002-0000-4000-8000-000000000002","personId":"00000002-0000-4000-8000-000000000002","name":"H’Hen Niê","position":"Ủy viên","kind":"seat","received":null,"present":false},{"id":"00000002-0000-4000-8000-000000000003","personId":"00000002-0000-4000-8000-000000000003","name":"K''Brêu","position":"Ủy viên","kind":"seat","received":null,"present":false}],"nonVoters":[],"tellers":[],"batches":[],"replacedWithoutStub":0,"ceremony":null,"rehearsal":null,"briefing":null,"attendanceRecordedAt":null,"opening":null,"openedAt":"2026-12-01T03:00:00.000Z","phoneVotingEndsAt":null,"announcements":[],"invalidSheets":{},"decisions":[],"lostKeys":[],"closing":null,"tally":{"encryptedTally":"","sharesOf":[],"proofs":[],"missing":[],"counted":3,"result":[[3,0,0],[3,0,0],[3,0,0]],"resultAt":"2026-12-01T03:00:00.000Z"},"publication":{"by":{"accountId":"00000009-0000-4000-8000-000000000001","name":"Chủ trì"},"at":"2026-12-01T03:00:00.000Z","annulment":null},"cancellation":null,"plainVoting":null}',NULL);
INSERT INTO session VALUES('Session111111111111112','00000001-0000-4000-8000-000000000002','00000001-0000-4000-8000-000000000001','draft','2026-12-01',0,'read key 2',5,'{"id":"Session111111111111112","form":{"id":"qd-96-2023","title":{"vi":"Lấy phiếu tín nhiệm trong hệ thống chính trị (Quy định 96, năm 2023)","en":"Confidence vote in the political system (Regulation 96 of 2023)"},"citation":{"vi":"Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị","en":"Politburo Regulation 96-QĐ/TW of 2 February 2023"},"validFrom":"2023-02-02","validTo":null,"documentLayout":"party","levels":[{"id":"high","label":{"vi":"Tín nhiệm cao","en":"High confidence"}},{"id":"confidence","label":{"vi":"Tín nhiệm","en":"Confidence"}},{"id":"low","label":{"vi":"Tín nhiệm thấp","en":"Low confidence"}}],"base":"collected","quorum":{"numerator":2,"denominator":3},"tiers":[{"tier":1,"level":"low","over":{"numerator":1,"denominator":2},"under":{"numerator":2,"denominator":3},"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Đưa ra khỏi quy hoạch chức vụ cao hơn; xem xét cho thôi giữ chức vụ","en":"Taken out of planning for higher posts; leaving the post is considered"}},{"tier":2,"level":"low","atLeast":{"numerator":2,"denominator":3},"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Miễn nhiệm, bố trí công tác khác thấp hơn, không chờ hết nhiệm kỳ","en":"Dismissed and given lower work, without waiting for the term''s end"}}],"documentDeadlines":[{"kind":"documents-to-voters","label":{"vi":"Gửi tài liệu đến người ghi phiếu","en":"Documents sent to the voters"},"daysBefore":15},{"kind":"questions-to-subject","label":{"vi":"Gửi câu hỏi đến người được lấy phiếu","en":"Questions sent to the subject"},"daysBefore":10}],"exclusionReasons":[],"maximumPlaces":2,"remoteVoting":false,"namesWrittenIn":"invalid","invalidSheetReasons":[{"id":"not-issued","label":{"vi":"Phiếu không do Ban kiểm phiếu phát ra","en":"Not issued by the tellers"}},{"id":"name-crossed-out","label":{"vi":"Phiếu gạch xóa họ tên người được in trên phiếu","en":"A printed name is crossed out"}},{"id":"name-written-in","label":{"vi":"Phiếu ghi thêm tên người hoặc thông tin khác","en":"A name or other words were written in"}}],"wording":{"ballotTitle":{"vi":"PHIẾU TÍN NHIỆM","en":"BALLOT OF CONFIDENCE"},"ballotAbstract":{"vi":"đối với các đồng chí ủy viên","en":"on the members of"},"instruction":{"vi":"Với mỗi đồng chí, đánh dấu X vào đúng một ô ứng với mức độ tín nhiệm.","en":"For each person, mark X in exactly one box, at the level of your confidence."},"unmarked":{"vi":"Không đánh dấu ô nào, hoặc đánh dấu từ hai ô trở lên cho một đồng chí: phiếu không hợp lệ đối với riêng đồng chí đó, vẫn hợp lệ đối với những người khác.","en":"No box, or more than one box, marked for a person: the ballot is invalid for that person only and remains valid for the others."},"optionalSignature":{"vi":"Người ghi phiếu (có thể ký hoặc không ký tên)","en":"Voter (a signature is not required)"},"stampPlace":{"vi":"Dấu treo","en":"Stamp"},"subject":{"vi":"Đồng chí được lấy phiếu","en":"Member voted on"},"levels":{"vi":"Mức độ tín nhiệm","en":"Level of confidence"},"base":{"vi":"Tỷ lệ % trên tổng số phiếu thu về","en":"% of ballots collected"},"minutesTitle":{"vi":"BIÊN BẢN KIỂM PHIẾU","en":"MINUTES OF THE COUNT"},"minutesAbstract":{"vi":"lấy phiếu tín nhiệm","en":"of the confidence vote"},"noTier":{"vi":"Không thuộc trường hợp phải xem xét","en":"No consequence under the rules"}},"assumptions":[{"vi":"Chưa đọc được quy định về trường hợp không lấy phiếu: không ai được miễn.","en":"The cases in which no vote is taken could not be read: nobody may be left out."},{"vi":"Chưa đọc được quy định về ghi thêm tên: áp dụng như Quy định 262-QĐ/TW, phiếu không hợp lệ.","en":"What a name written in does could not be read: as in Regulation 262-QĐ/TW, the sheet is invalid."},{"vi":"Văn bản không nói đến bỏ phiếu từ xa: không cho phép.","en":"The text does not speak of voting from a distance: not allowed."}]},"readKey":"read key 2","chair":{"accountId":"00000009-0000-4000-8000-000000000001","name":"Chủ trì"},"committeeId":"00000001-0000-4000-8000-000000000002","committeeName":"Đảng bộ xã 2","committeeLevel":"commune","superiorId":"00000001-0000-4000-8000-000000000001","superiorName":"Đảng bộ xã 1","state":"draft","settings":{"title":"Lấy phiếu tín nhiệm","place":"Hội trường","heldOn":"2026-12-01","convenedBy":"Ban Thường vụ","plan":null,"phonePapers":true,"threshold":2},"planId":null,"subjects":[{"id":"00000003-0000-4000-8000-000000000001","seatId":"00000003-0000-4000-8000-000000000001","personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","position":"Ủy viên","excludedFor":null,"struckFor":null},{"id":"00000003-0000-4000-8000-000000000002","seatId":"00000003-0000-4000-8000-000000000002","personId":"00000002-0000-4000-8000-000000000002","name":"H’Hen Niê","position":"Ủy viên","excludedFor":null,"struckFor":null},{"id":"00000003-0000-4000-8000-000000000003","seatId":"00000003-0000-4000-8000-000000000003","personId":"00000002-0000-4000-8000-000000000003","name":"K''Brêu","position":"Ủy viên","excludedFor":null,"struckFor":null}],"listVersion":1,"roll":[{"id":"00000002-0000-4000-8000-000000000001","personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","position":"Ủy viên","kind":"seat","received":null,"present":false},{"id":"00000002-0000-4000-8000-000000000002","personId":"00000002-0000-4000-8000-000000000002","name":"H’Hen Niê","position":"Ủy viên","kind":"seat","received":null,"present":false},{"id":"00000002-0000-4000-8000-000000000003","personId":"00000002-0000-4000-8000-000000000003","name":"K''Brêu","position":"Ủy viên","kind":"seat","received":null,"present":false},{"id":"0000000b-0000-4000-8000-000000000001","personId":null,"name":"Nguyễn Thị Đào","position":"Đảng viên","kind":"participant"}],"nonVoters":[],"tellers":[],"batches":[],"replacedWithoutStub":0,"ceremony":null,"rehearsal":null,"briefing":null,"attendanceRecordedAt":null,"opening":null,"openedAt":null,"phoneVotingEndsAt":null,"announcements":[],"invalidSheets":{},"decisions":[],"lostKeys":[],"closing":null,"tally":null,"publication":null,"cancellation":null,"plainVoting":null}',NULL);
CREATE TABLE `audit_entry` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`account_id` text,
	`committee_id` text,
	`session_id` text,
	`about_account_id` text,
	`hash` text NOT NULL
, `plan_id` text, `person_id` text, `role` text);
CREATE TABLE `past_superior` (
	`committee_id` text NOT NULL,
	`superior_id` text,
	`from_day` text,
	`to_day` text NOT NULL,
	PRIMARY KEY(`committee_id`, `to_day`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superior_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `term` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`congress_on` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `plan_reminder` (
	`plan_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`account_id` text NOT NULL,
	`due_on` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`plan_id`, `committee_id`, `account_id`, `due_on`, `kind`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer_id` text NOT NULL,
	`date` text NOT NULL,
	`issued` integer NOT NULL,
	`format` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`issuer_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`account_id` text,
	`committee_id` text,
	`grants` text NOT NULL,
	`expires_at` text NOT NULL,
	`status` text NOT NULL, `by_administrator` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`device` text,
	`begun_on` text NOT NULL,
	`last_used_on` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
CREATE TABLE `mail_address` (
	`account_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `summoned_list` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`committee_id`, `term`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
INSERT INTO summoned_list VALUES('00000001-0000-4000-8000-000000000002','2025–2030','[{"id":"0000000c-0000-4000-8000-000000000001","personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","position":"Bí thư","standing":"delegate","votes":true,"struck":null},{"id":"0000000c-0000-4000-8000-000000000002","personId":null,"name":"Trần Văn Út","position":"Đảng viên","standing":"delegate","votes":true,"struck":null}]');
CREATE TABLE `half_term_report` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`committee_id`, `term`, `period`, `kind`),
	FOREIGN KEY (`committee_id`,`term`) REFERENCES `half_term_review`(`committee_id`,`term`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `half_term_review` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`committee_id`, `term`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `committee_level` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`label_vi` text NOT NULL,
	`label_en` text NOT NULL,
	`to_day` text
);
INSERT INTO committee_level VALUES('cell',0,'Chi bộ','Party cell',NULL);
INSERT INTO committee_level VALUES('section',1,'Đảng bộ bộ phận','Sectional party committee',NULL);
INSERT INTO committee_level VALUES('grassroots',2,'Đảng bộ cơ sở','Grassroots party committee',NULL);
INSERT INTO committee_level VALUES('above-grassroots',3,'Đảng bộ cấp trên trực tiếp cơ sở','Party committee directly above the grassroots',NULL);
INSERT INTO committee_level VALUES('commune',4,'Đảng bộ xã, phường, đặc khu','Commune, ward or special zone party committee',NULL);
INSERT INTO committee_level VALUES('district',5,'Đảng bộ huyện','District party committee','2025-06-30');
INSERT INTO committee_level VALUES('province',6,'Đảng bộ tỉnh, thành phố','Province or city party committee',NULL);
INSERT INTO committee_level VALUES('directly-under-centre',7,'Đảng bộ trực thuộc Trung ương','Party committee directly under the Centre',NULL);
INSERT INTO committee_level VALUES('centre',8,'Trung ương','Centre',NULL);
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL
);
CREATE TABLE `published_result` (
	`session_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
INSERT INTO published_result VALUES('Session111111111111111','{"sessionId":"Session111111111111111","committeeId":"00000001-0000-4000-8000-000000000002","committee":"Đảng bộ xã 2","committeeLevel":"commune","title":"Lấy phiếu tín nhiệm","heldOn":"2026-12-01","planId":null,"plan":null,"form":{"id":"qd-96-2023","title":{"vi":"Lấy phiếu tín nhiệm trong hệ thống chính trị (Quy định 96, năm 2023)","en":"Confidence vote in the political system (Regulation 96 of 2023)"},"levels":[{"id":"high","label":{"vi":"Tín nhiệm cao","en":"High confidence"}},{"id":"confidence","label":{"vi":"Tín nhiệm","en":"Confidence"}},{"id":"low","label":{"vi":"Tín nhiệm thấp","en":"Low confidence"}}],"tiers":[{"tier":0,"article":null,"consequence":{"vi":"Không thuộc trường hợp phải xem xét","en":"No consequence under the rules"}},{"tier":1,"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Đưa ra khỏi quy hoạch chức vụ cao hơn; xem xét cho thôi giữ chức vụ","en":"Taken out of planning for higher posts; leaving the post is considered"}},{"tier":2,"article":{"vi":"Điều 11 Quy định số 96-QĐ/TW","en":"Article 11 of Regulation 96-QĐ/TW"},"consequence":{"vi":"Miễn nhiệm, bố trí công tác khác thấp hơn, không chờ hết nhiệm kỳ","en":"Dismissed and given lower work, without waiting for the term''s end"}}]},"base":{"kind":"collected","value":3},"collected":3,"publishedAt":"2026-12-01T03:00:00.000Z","annulled":false,"subjects":[{"personId":"00000002-0000-4000-8000-000000000001","name":"Lò Thị Hòa","key":"lo thi hoa","position":"Ủy viên","counts":[3,0,0],"tier":0},{"personId":"00000002-0000-4000-8000-000000000002","name":"H’Hen Niê","key":"h hen nie","position":"Ủy viên","counts":[3,0,0],"tier":0},{"personId":"00000002-0000-4000-8000-000000000003","name":"K''Brêu","key":"k breu","position":"Ủy viên","counts":[3,0,0],"tier":0}]}');
CREATE UNIQUE INDEX `account_username_key_unique` ON `account` (`username_key`);
CREATE INDEX `seat_committee` ON `seat` (`committee_id`);
CREATE INDEX `seat_person` ON `seat` (`person_id`);
CREATE INDEX `record_event_payload` ON `record_event` (`election_id`,`payload`);
CREATE INDEX `session_person_person` ON `session_person` (`person_id`);
CREATE INDEX `session_committee` ON `session` (`committee_id`);
CREATE INDEX `session_superior` ON `session` (`superior_id`);
CREATE INDEX `audit_entry_committee` ON `audit_entry` (`committee_id`,`number`);
CREATE INDEX `audit_entry_about` ON `audit_entry` (`about_account_id`,`number`);
CREATE TRIGGER `audit_entry_not_changed` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER `audit_entry_not_deleted` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE INDEX `account_person` ON `account` (`person_id`);
CREATE INDEX `account_grant_committee` ON `account_grant` (`committee_id`);
CREATE INDEX `past_superior_superior` ON `past_superior` (`superior_id`);
CREATE INDEX `term_committee` ON `term` (`committee_id`);
CREATE INDEX `committee_superior` ON `committee` (`superior_id`,`search_key`,`id`);
CREATE INDEX `committee_director` ON `committee` (`directed_by_id`);
CREATE INDEX `committee_successor` ON `committee` (`successor_id`);
CREATE INDEX `committee_search` ON `committee` (`search_key`,`id`);
CREATE INDEX `person_search` ON `person` (`search_key`,`id`);
CREATE INDEX `person_code` ON `person` (`code`);
CREATE INDEX `plan_issuer` ON `plan` (`issuer_id`);
CREATE INDEX `session_plan` ON `session` (`plan_id`);
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);
CREATE INDEX `invitation_person` ON `invitation` (`person_id`);
CREATE INDEX `invitation_account` ON `invitation` (`account_id`);
CREATE INDEX `sign_in_account` ON `sign_in` (`account_id`);
CREATE INDEX `invitation_committee` ON `invitation` (`committee_id`);
CREATE TRIGGER `audit_head_grows` BEFORE UPDATE ON `audit_head` WHEN NEW.`number` <= OLD.`number` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER `audit_head_not_deleted` BEFORE DELETE ON `audit_head` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
COMMIT;
