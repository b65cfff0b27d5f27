import type { LocalText } from '../../domain/text/local-text.ts';

/** Every sentence of the tellers' page. A test fails on one that is missing or that nothing uses. */
export const sentences = {
  tab: { vi: 'Ban kiểm phiếu · Phiếu tín nhiệm', en: 'Tellers · Confidence ballot' },
  opening: { vi: 'Đang mở trang…', en: 'Opening the page…' },
  connectionLost: {
    vi: 'Đang mất liên lạc với máy chủ. Trang tự nối lại; không phải làm lại việc gì.',
    en: 'The server is out of reach. The page connects again by itself; nothing has to be done again.',
  },
  broken: {
    vi: 'Trang này gặp lỗi. Hãy tải lại trang; những gì đã ghi nhớ vẫn còn. Nếu vẫn vậy, dùng trình duyệt hoặc máy khác cùng thẻ khóa.',
    en: 'This page ran into an error. Load it again; what it remembers is still there. If that does not help, use another browser or device, with the key card.',
  },
  silent: {
    vi: 'Đã nửa phút, phần tính toán của trang này không trả lời. Hãy đợi thêm một chút; nếu vẫn vậy, hãy tải lại trang: những gì đã ghi nhớ vẫn còn. Nếu tải lại cũng không được, dùng trình duyệt hoặc máy khác cùng thẻ khóa.',
    en: 'For half a minute the part of this page that computes has not answered. Wait a little longer; if nothing changes, load the page again: what it remembers is still there. If that does not help, use another browser or device, with the key card.',
  },
  notKept: {
    vi: 'Trình duyệt này không lưu được gì (có thể đang ở chế độ ẩn danh). Hãy dùng cửa sổ thường, hoặc giữ trang mở đến khi xong thẻ khóa.',
    en: 'This browser keeps nothing (perhaps a private window). Use an ordinary window, or leave the page open until the key card is done.',
  },
  notATeller: {
    vi: 'Đồng chí không ở trong ban kiểm phiếu của đợt này.',
    en: 'You are not a teller in this vote.',
  },
  listTitle: { vi: 'Ban kiểm phiếu', en: 'Tellers' },
  listEmpty: {
    vi: 'Đồng chí chưa ở trong ban kiểm phiếu nào. Khi chủ trì lập ban kiểm phiếu có tên đồng chí, đợt lấy phiếu sẽ hiện ở đây.',
    en: 'You are not a teller in any vote. When a chair names you, the vote appears here.',
  },
  itsMe: { vi: '(đồng chí)', en: '(you)' },
  done: { vi: 'đã xong', en: 'done' },
  awaited: { vi: 'đang chờ', en: 'awaited' },
  draftTitle: { vi: 'Chưa đến việc của ban kiểm phiếu', en: 'Nothing for the tellers yet' },
  draft: {
    vi: 'Chủ trì đang chuẩn bị đợt lấy phiếu. Khi phiếu được phát hành, ban kiểm phiếu sẽ cùng tạo khóa.',
    en: 'The chair is preparing the vote. Once papers are issued, the tellers make the key together.',
  },
  beforeTitle: { vi: 'Chờ bắt đầu tạo khóa', en: 'Waiting for the key ceremony' },
  before: {
    vi: 'Khi cả ban kiểm phiếu đã có mặt, chủ trì cho bắt đầu. Trang này tự chuyển sang bước tiếp theo.',
    en: 'When all tellers are present the chair starts it. This page goes on by itself.',
  },
  joinTitle: { vi: 'Tham gia tạo khóa', en: 'Take part in the key ceremony' },
  joinAgain: {
    vi: 'Việc tạo khóa được làm lại từ đầu. Thẻ khóa của lần trước không còn dùng được: hãy hủy khi đã có thẻ mới.',
    en: 'The keys are made again from the start. The key card of the earlier ceremony is of no use any more: destroy it once you have the new one.',
  },
  joinWhat: {
    vi: 'Máy của các thành viên cùng tạo ra khóa niêm phong phiếu. Không máy nào, kể cả máy chủ, có toàn bộ khóa.',
    en: 'The tellers’ phones together make the key that seals the ballots. No phone has the whole of it, nor has the server.',
  },
  joinSize: {
    vi: 'Ban kiểm phiếu có {size} người; phải có ít nhất {threshold} người mới mở được tổng số phiếu.',
    en: 'There {size|is|are} {size} {size|teller|tellers}; it takes at least {threshold} of them to open the totals.',
  },
  joinQuestion: {
    vi: 'Số người và tên có đúng như đã thống nhất tại hội trường không?',
    en: 'Are the numbers and the names as agreed in the hall?',
  },
  join: { vi: 'Đúng, tham gia tạo khóa', en: 'Yes, take part' },
  joinNot: {
    vi: 'Nếu không đúng, đừng tham gia và báo ngay cho chủ trì.',
    en: 'If they are not, do not take part, and tell the chair.',
  },
  elsewhereTitle: { vi: 'Hãy dùng máy đã bắt đầu', en: 'Use the phone you began with' },
  elsewhere: {
    vi: 'Đồng chí đã bắt đầu tạo khóa trên một máy khác, hoặc trình duyệt này đã bị xóa dữ liệu. Hãy tiếp tục trên máy đó. Nếu không được nữa, đề nghị chủ trì cho làm lại từ đầu.',
    en: 'You began this ceremony on another phone, or this browser’s data were cleared. Go on with that phone. If that cannot be done, ask the chair to start again.',
  },
  ceremonyTitle: { vi: 'Đang tạo khóa', en: 'The key is being made' },
  ceremonyStep: { vi: 'Bước {step} trên {steps}', en: 'Step {step} of {steps}' },
  ceremonyRuns: {
    vi: 'Các bước tự chạy. Hãy giữ trang này mở; đồng chí chỉ phải dừng một lần để đọc mã.',
    en: 'The steps run by themselves. Leave this page open; you stop once only, to read a code aloud.',
  },
  codeTitle: { vi: 'Đọc to mã này', en: 'Read this code aloud' },
  codeWhat: {
    vi: 'Lần lượt từng người đọc to mã trên máy mình. Mã phải giống nhau từng chữ số trên mọi máy; khác một chữ số là có người đứng giữa.',
    en: 'One after the other, read the code on your own screen aloud. It must be the same on every screen, digit by digit; one other digit means that somebody stands in between.',
  },
  codeSame: { vi: 'Mọi máy đều có mã này', en: 'Every screen shows this code' },
  codeDiffers: { vi: 'Có máy hiện mã khác', en: 'A screen shows another code' },
  codeDiffersAsk: {
    vi: 'Việc tạo khóa dừng lại ở mọi máy và phải làm lại từ đầu. Dừng?',
    en: 'The ceremony stops on every phone and has to start again. Stop it?',
  },
  codeDiffersYes: { vi: 'Dừng việc tạo khóa', en: 'Stop the ceremony' },
  codeOthers: { vi: 'Đã xác nhận', en: 'Who has confirmed' },
  failedTitle: { vi: 'Việc tạo khóa đã dừng', en: 'The ceremony has stopped' },
  failedBy: { vi: 'Máy của đồng chí {name} đã dừng.', en: '{name}’s phone stopped it.' },
  failedReplaced: {
    vi: 'Ban kiểm phiếu đã thay người; nay có đồng chí {name}.',
    en: 'The body of tellers has changed; {name} is one of them now.',
  },
  failedReplacedWhy: { vi: 'Khóa cũ không còn dùng được.', en: 'The earlier key is of no use any more.' },
  failedCode: {
    vi: 'Mã đọc chung không giống nhau. Nếu làm lại vẫn khác: đừng dùng máy chủ này, vì có thể nó đưa cho mỗi người một danh sách khác nhau.',
    en: 'The spoken codes differ. If they differ again, do not use this server: it may be showing each of you another list.',
  },
  failedOwn: {
    vi: 'Trong danh sách khóa không có khóa mà máy ấy đã gửi.',
    en: 'The key that this phone sent is not in the list.',
  },
  failedSize: {
    vi: 'Số thành viên hoặc số người cùng mở kết quả khác với số đã thống nhất.',
    en: 'The number of tellers, or of those who open the totals, is not the one agreed on.',
  },
  failedMessage: {
    vi: 'Một thông điệp không khớp với các thông điệp trước ({reason}).',
    en: 'A message does not fit those before it ({reason}).',
  },
  failedAgainst: {
    vi: 'Thông điệp không khớp là của đồng chí {name}.',
    en: 'The message that does not fit came from {name}.',
  },
  failedNow: {
    vi: 'Chưa có gì bị lộ. Đề nghị chủ trì cho tạo khóa lại; trang này tự chuyển khi bắt đầu.',
    en: 'Nothing has leaked. Ask the chair to start the ceremony again; this page goes on by itself.',
  },
  writeTitle: { vi: 'Ghi thẻ khóa ra giấy', en: 'Put your key card on paper' },
  writeWhat: {
    vi: 'Khóa đã tạo xong. Phần khóa của đồng chí nằm trong thẻ khóa: cần thẻ này khi mở kết quả. Hãy in thẻ, hoặc chép 48 chữ số ra giấy.',
    en: 'The key is made. Your part of it is on the key card: you need the card to open the totals. Print it, or write its 48 digits down.',
  },
  writeAlone: {
    vi: 'Chỉ một mình đồng chí được nhìn. Không chụp ảnh, không lưu vào máy, không đọc to.',
    en: 'For your eyes only. Take no picture, save nothing on a device, do not read it aloud.',
  },
  print: { vi: 'In thẻ khóa', en: 'Print the key card' },
  showCard: { vi: 'Hiện thẻ để chép tay', en: 'Show it, to write it down' },
  hideCard: { vi: 'Che thẻ', en: 'Hide it' },
  digitsTitle: { vi: '48 chữ số, tám nhóm theo đúng thứ tự', en: '48 digits: eight groups in this order' },
  digitsWhat: {
    vi: 'Chữ số cuối của mỗi nhóm để kiểm tra nhóm ấy: chép sai ở nhóm nào, khi gõ lại máy chỉ đúng nhóm đó.',
    en: 'The last digit of each group checks it: where one was copied wrongly, the phone names that group when you type them.',
  },
  writeThen: {
    vi: 'Khi thẻ đã ở trên giấy, hãy sang bỏ phiếu thử: thẻ được đọc lại một lần ở đó. Chỉ khi đọc lại đúng, thẻ mới được coi là xong và khóa mới được xóa khỏi máy.',
    en: 'Once it is on paper, go on to the rehearsal: there it is read back, once. Only then does the card count as done, and the key is removed from this phone.',
  },
  onPaper: { vi: 'Thẻ đã ở trên giấy: tiếp', en: 'It is on paper: go on' },
  guideTitle: { vi: 'Thẻ khóa: những điều cần nhớ', en: 'The key card: what to know' },
  guideKeepTitle: { vi: 'Giữ gì', en: 'What to keep' },
  guideKeep: {
    vi: 'Giữ tờ thẻ khóa đến khi có kết quả. Chỉ một mình đồng chí giữ và nhìn thẻ; không chụp ảnh, không đọc to, không để chung với thẻ của thành viên khác. Tờ hướng dẫn này không có gì bí mật.',
    en: 'Keep the key card until the result is there. You alone keep it and look at it; take no picture, do not read it aloud, do not put it where another teller’s card is. Nothing on this page of advice is secret.',
  },
  guideWhenTitle: { vi: 'Khi nào cần thẻ: ba lần', en: 'When it is asked for: three times' },
  guideRehearsal: {
    vi: 'Trong bỏ phiếu thử, ngay sau khi có thẻ.',
    en: 'In the rehearsal, as soon as you have it.',
  },
  guideOpen: {
    vi: 'Khi hòm phiếu đang mở: đọc lại một lần để biết thẻ còn đọc được.',
    en: 'While the box is open: once, to see that it can still be read.',
  },
  guideTally: {
    vi: 'Khi hòm phiếu đã đóng: sau khi nghe công bố số phiếu thu về, để mở kết quả.',
    en: 'Once the box is closed: when the number of collected ballots was announced, to open the totals.',
  },
  guideHow: {
    vi: 'Mỗi lần, mở trang Ban kiểm phiếu trên điện thoại của mình, quét mã vuông bằng camera ngay trên trang; nếu không quét được thì gõ 48 chữ số. Ngoài trang này, không ai và không máy nào được hỏi thẻ.',
    en: 'Each time open the tellers’ page on your own phone and scan the square code with the camera on that page; where that fails, type the 48 digits. Nobody and nothing else may ask for the card.',
  },
  guideLostTitle: { vi: 'Nếu mất hoặc hỏng thẻ', en: 'If it is lost or spoiled' },
  guideLostBefore: {
    vi: 'Trước khi mở hòm phiếu: báo ngay trên trang Ban kiểm phiếu; cả ban tạo khóa lại, thẻ cũ bỏ đi.',
    en: 'Before the box is opened: report it at once on the tellers’ page; all tellers make the keys again, the earlier cards are of no use.',
  },
  guideLostAfter: {
    vi: 'Sau khi mở hòm phiếu: báo ngay trên trang ấy. Phải có ít nhất {threshold} trên {size} thẻ mới mở được kết quả; ít hơn thì hòm phiếu không mở được nữa.',
    en: 'After it was opened: report it at once on the same page. It takes at least {threshold} of the {size} {size|card|cards} to open the totals; with fewer the box cannot be opened any more.',
  },
  guideEndTitle: { vi: 'Khi xong', en: 'In the end' },
  guideEnd: {
    vi: 'Khi đã có kết quả, hủy thẻ trước mặt các thành viên khác.',
    en: 'When the result is there, destroy the card in front of the other tellers.',
  },
  cardTitle: { vi: 'Thẻ khóa của thành viên ban kiểm phiếu', en: 'Key card of a teller' },
  printedRule: {
    vi: 'Giữ kín, không sao chụp. Đưa đến buổi kiểm phiếu. Hủy sau khi có kết quả.',
    en: 'Keep it secret, make no copy. Bring it to the count. Destroy it when the result is there.',
  },
  proveTitle: { vi: 'Đọc lại thẻ khóa', en: 'Read the key card back' },
  prove: {
    vi: 'Quét mã trên thẻ in, hoặc gõ lại từ tờ giấy đã chép.',
    en: 'Scan the code on the printed card, or type what stands on your paper.',
  },
  proveCard: { vi: 'Kiểm tra thẻ', en: 'Check the card' },
  backToCard: { vi: 'Quay lại xem thẻ', en: 'Back to the card' },
  cardScan: { vi: 'Quét mã vuông trên thẻ', en: 'Scan the square code on the card' },
  cardType: { vi: 'Gõ 48 chữ số của thẻ', en: 'Type the 48 digits of the card' },
  cardDigits: {
    vi: 'Gõ từng nhóm sáu chữ số; máy tự sang nhóm sau.',
    en: 'Type the groups of six digits one after the other; the phone goes on to the next by itself.',
  },
  cardGroup: { vi: 'Nhóm {place}', en: 'Group {place}' },
  cardOld: {
    vi: 'Thẻ kiểu cũ (12 từ hoặc 24 ký tự), hoặc máy quét cầm tay',
    en: 'A card of the old kind (twelve words or 24 characters), or a hand scanner',
  },
  cardField: { vi: 'Thẻ khóa', en: 'Key card' },
  cardHint: {
    vi: 'Gõ 12 từ (bốn chữ đầu của mỗi từ là đủ) hoặc 24 ký tự của thẻ kiểu cũ, hoặc quét mã vuông bằng máy quét cầm tay. Hãy tắt bộ gõ tiếng Việt trước.',
    en: 'Type the twelve words (the first four letters of each suffice) or the 24 characters of an old card, or scan the square code with a hand scanner. Switch any Vietnamese input method off first.',
  },
  cardChecking: { vi: 'Đang kiểm tra thẻ…', en: 'Checking the card…' },
  cardEmpty: { vi: 'Chưa gõ gì.', en: 'Nothing was typed.' },
  cardOtherCode: { vi: 'Mã này không phải của thẻ khóa.', en: 'This is not the code of a key card.' },
  cardDigitCount: {
    vi: 'Thẻ có 48 chữ số, mới đọc được {count}.',
    en: 'A card has 48 digits; {count} {count|was|were} read.',
  },
  cardGroups: {
    vi: 'Chưa đúng ở nhóm {places}: hãy xem lại từng chữ số của nhóm này trên thẻ.',
    en: 'Not right in group {places}: look at each of its digits on the card again.',
  },
  cardDigitsCheck: {
    vi: 'Từng nhóm đều đúng nhưng không cùng một thẻ. Hãy xem lại tất cả các nhóm.',
    en: 'Each group is right by itself, but they are not of one card. Look at all groups again.',
  },
  cardCharacters: {
    vi: 'Chưa đúng: thẻ kiểu cũ có 24 ký tự, không có số 0, chữ O, chữ I hoa và chữ l thường.',
    en: 'Not right: an old card has 24 characters; 0, O, capital I and small l do not occur.',
  },
  cardCheck: {
    vi: 'Có ký tự bị chép hoặc gõ sai (hai ký tự cuối không khớp). Hãy xem lại từng nhóm, cả chữ hoa, chữ thường.',
    en: 'A character is wrong (the last two do not match the others). Look at each group again, capitals too.',
  },
  cardWordsCheck: {
    vi: 'Các từ không khớp với nhau: có từ sai hoặc sai thứ tự.',
    en: 'The words do not fit together: one is wrong, or they are in another order.',
  },
  cardWordCount: {
    vi: 'Thẻ kiểu cũ có 12 từ, mới đọc được {count}.',
    en: 'An old card has twelve words; {count} {count|was|were} read.',
  },
  cardUnknownWord: {
    vi: 'Từ thứ {place}, “{word}”, không có trong danh sách từ.',
    en: 'Word {place}, “{word}”, is not in the list of words.',
  },
  cardOfAnother: { vi: 'Đây là thẻ của đồng chí {name}.', en: 'This is {name}’s card.' },
  cardOfAnotherSession: { vi: 'Đây là thẻ của một đợt lấy phiếu khác.', en: 'This card belongs to another vote.' },
  cardOfAnotherCeremony: {
    vi: 'Thẻ đọc được nhưng không phải của đợt này: là thẻ của đợt khác, hoặc của lần tạo khóa trước.',
    en: 'The card can be read but is not of this vote: it is from another one, or from an earlier ceremony.',
  },
  showTitle: { vi: 'Cần thẻ khóa của đồng chí', en: 'Your key card is needed' },
  showWhat: {
    vi: 'Khóa của đợt này đã tạo xong, nhưng máy này chưa biết phần của đồng chí. Hãy đọc thẻ khóa vào đây.',
    en: 'The key of this vote is made, but this phone does not know your part. Read your key card in.',
  },
  showLost: {
    vi: 'Chưa có thẻ hoặc đã mất thẻ: đề nghị chủ trì cho tạo khóa lại.',
    en: 'If there is no card, or it is lost: ask the chair to run the ceremony again.',
  },
  rehearsalTitle: { vi: 'Bỏ phiếu thử', en: 'Rehearsal' },
  cardReadHere: {
    vi: 'Bỏ phiếu thử cũng là lần đọc lại thẻ khóa: đọc từ tờ giấy, không đọc từ màn hình.',
    en: 'The rehearsal is also where your key card is read back: read it from the paper, not from the screen.',
  },
  cardKept: {
    vi: 'Thẻ khóa đọc lại đúng. Khóa đã được xóa khỏi máy này và chỉ còn trên thẻ: hãy cất kỹ.',
    en: 'The card reads back right. The key was removed from this phone and is on the card only: keep it well.',
  },
  rehearsalWhat: {
    vi: 'Trước khi mở hòm phiếu, ban kiểm phiếu thử mọi việc một lần bằng vài lá phiếu thử: kiểm tra hồ sơ, gõ số đã công bố, đọc thẻ khóa, mở tổng số.',
    en: 'Before the box is opened everything is tried once on a few test ballots: verifying the record, typing the announced number, reading the key card, opening the totals.',
  },
  rehearsalUnderWay: { vi: 'Đang có người bỏ phiếu thử.', en: 'Test ballots are being cast.' },
  rehearsalWho: { vi: 'Một người trong ban bấm nút này là đủ.', en: 'It is enough that one of you presses this.' },
  rehearsalStart: { vi: 'Bỏ các phiếu thử', en: 'Cast the test ballots' },
  rehearsalCasting: { vi: 'Đang bỏ phiếu thử…', en: 'Casting test ballots…' },
  rehearsalNotCast: {
    vi: 'Chưa bỏ được phiếu thử. Hãy thử lại.',
    en: 'The test ballots were not cast. Try again.',
  },
  rehearsalSay: {
    vi: 'Hãy đọc to cho cả ban: đã bỏ {count} phiếu thử.',
    en: 'Say it aloud: {count} test {count|ballot was|ballots were} cast.',
  },
  rehearsalOpen: {
    vi: 'Hòm phiếu thử đã đóng. Hãy mở phần của đồng chí.',
    en: 'The rehearsal’s box is closed. Open your share.',
  },
  rehearsalNumber: { vi: 'Số phiếu thử được công bố', en: 'Announced number of test ballots' },
  rehearsalNumberHint: {
    vi: 'Gõ số vừa nghe đọc to, không nhìn từ màn hình khác.',
    en: 'Type the number that was read aloud, not what another screen shows.',
  },
  rehearsalSent: {
    vi: 'Phần của đồng chí đã gửi; thẻ khóa đọc đúng, khóa đã được xóa khỏi máy này và chỉ còn trên thẻ: hãy cất kỹ. Chờ các thành viên khác đọc thẻ xong.',
    en: 'Your share was sent. The card was read right; the key was removed from this phone and is on the card only: keep it well. Waiting until the others have read theirs.',
  },
  numberNext: { vi: 'Tiếp: đọc thẻ khóa', en: 'Next: the key card' },
  numberTyped: { vi: 'Số đã gõ: {number}', en: 'Typed: {number}' },
  numberChange: { vi: 'Sửa số', en: 'Change' },
  openWithCard: { vi: 'Kiểm tra và gửi phần giải mã', en: 'Verify and send my share' },
  verifying: { vi: 'Đang kiểm tra toàn bộ hồ sơ…', en: 'Verifying the whole record…' },
  notSent: {
    vi: 'Chưa gửi được, không có gì bị mất. Hãy kiểm tra mạng rồi thử lại.',
    en: 'Nothing was sent, nothing is lost. Check the network and try again.',
  },
  sharesTitle: { vi: 'Phần giải mã của từng người', en: 'Everybody’s shares' },
  sharesOf: { vi: 'Đã có {sent} trên {all} phần.', en: '{sent} of {all} shares are there.' },
  shareSent: { vi: 'đã gửi', en: 'sent' },
  shareAwaited: { vi: 'đang chờ', en: 'awaited' },
  openingTitle: { vi: 'Chờ mở hòm phiếu', en: 'Waiting for the opening' },
  openingAwaited: {
    vi: 'Bỏ phiếu thử đã đạt. Khi chủ trì lập hồ sơ mở hòm phiếu, máy này tự tìm khóa của đồng chí trong đó và xác nhận.',
    en: 'The rehearsal was passed. When the chair draws up the setup, this phone looks for your key in it and confirms by itself.',
  },
  confirming: { vi: 'Đang tìm khóa của đồng chí trong hồ sơ…', en: 'Looking for your key in the setup…' },
  confirmedTitle: { vi: 'Khóa của đồng chí có trong hồ sơ', en: 'Your key is in the setup' },
  confirmed: {
    vi: 'Máy này đã kiểm tra danh sách, câu hỏi, số tờ phiếu, khóa của đồng chí, và đã xác nhận.',
    en: 'This phone has checked the roll, the questions, the number of papers and your key, and has confirmed.',
  },
  keyFound: { vi: 'đã xác nhận', en: 'confirmed' },
  fingerprint: { vi: 'Vân tay hồ sơ', en: 'Fingerprint' },
  fingerprintWhat: {
    vi: 'So với dòng trên màn chiếu: phải giống nhau từng ký tự.',
    en: 'Compare it with the projector: it must be the same, character by character.',
  },
  fingerprintMinutes: {
    vi: 'So với dòng trên biên bản kiểm phiếu: phải giống nhau từng ký tự.',
    en: 'Compare it with the minutes: it must be the same, character by character.',
  },
  openTitle: { vi: 'Đang bỏ phiếu', en: 'Voting is open' },
  open: {
    vi: 'Hãy đọc lại thẻ khóa một lần, khi còn kịp. Máy này ghi nhớ tình trạng hòm phiếu để đối chiếu khi mở kết quả.',
    en: 'Read the key card once more while there is time. This phone remembers the state of the box, to compare it when the totals are opened.',
  },
  cardCheckTitle: { vi: 'Thẻ còn đọc được', en: 'The card can still be read' },
  cardCheckWhat: {
    vi: 'Đọc thẻ khóa lần nữa để chắc chắn là mở được kết quả. Khóa không rời máy này và không được lưu lại.',
    en: 'Read the key card once more, to be sure that the totals can be opened. The key does not leave this phone, nor is it kept.',
  },
  cardCheckLabel: { vi: 'Kiểm tra thẻ còn đọc được', en: 'Check that it can be read' },
  cardCheckMine: {
    vi: 'Thẻ của đồng chí đã đọc lại đúng. Hãy cất kỹ thẻ đến khi mở kết quả.',
    en: 'Your card was read again and is right. Keep it well until the totals are opened.',
  },
  cardCheckOf: { vi: 'Đã đọc lại {read} trên {all} thẻ.', en: '{read} of {all} cards were read again.' },
  cardRead: { vi: 'còn đọc được', en: 'can be read' },
  cardReportedLost: { vi: 'đã báo mất', en: 'reported lost' },
  countingTitle: { vi: 'Đang kiểm phiếu', en: 'Counting' },
  counting: {
    vi: 'Trong khi nhập phiếu giấy, máy này tải và kiểm tra trước các lá phiếu đã ở trong hòm. Chưa ai biết kết quả.',
    en: 'While sheets are keyed, this phone fetches and verifies the ballots in the box. Nobody knows a result yet.',
  },
  aheadRunning: { vi: 'Đang kiểm tra các lá phiếu', en: 'Verifying ballots' },
  aheadDone: {
    vi: 'Đã kiểm tra {count} lá phiếu trong hòm.',
    en: '{count} {count|ballot|ballots} in the box {count|was|were} verified.',
  },
  aheadNotYet: { vi: 'Sắp kiểm tra các lá phiếu.', en: 'The ballots will be verified presently.' },
  toDesk: { vi: 'Đến bàn nhập phiếu', en: 'Go to the counting desk' },
  lostTitle: { vi: 'Mất thẻ khóa', en: 'A lost key card' },
  lostMore: {
    vi: 'Đã mất {lost} thẻ. Còn có thể mất thêm {more} thẻ mà vẫn mở được kết quả.',
    en: '{lost} lost so far. {more} more may be lost and the totals can still be opened.',
  },
  lostTooMany: {
    vi: 'Đã mất quá nhiều thẻ: không mở được kết quả nữa. Sau khi đóng hòm, chủ trì cùng ban kiểm phiếu kết luận không mở được hòm phiếu; đang bỏ phiếu hoặc đang kiểm thì có thể hủy đợt.',
    en: 'Too many cards are lost: the totals cannot be opened. Once the box is closed, chair and tellers declare so; while voting or counting they can cancel this vote.',
  },
  lostMine: {
    vi: 'Đồng chí đã báo mất thẻ. Nếu tìm thấy, vẫn dùng được để mở kết quả.',
    en: 'You reported your card lost. If it turns up, it still opens the totals.',
  },
  lostBefore: {
    vi: 'Đồng chí đã báo mất thẻ. Chủ trì cho tạo khóa lại trước khi mở hòm phiếu.',
    en: 'You reported your card lost. The chair runs the ceremony again before opening.',
  },
  lostWhat: {
    vi: 'Có thể mất {more} thẻ mà vẫn mở được kết quả. Mất thẻ thì báo ngay.',
    en: 'Of the cards {more} may be lost and the totals can still be opened. Report a lost card at once.',
  },
  lostBeforeWhat: {
    vi: 'Trước khi mở hòm phiếu, mất thẻ thì báo ngay: cả ban tạo khóa lại.',
    en: 'Before opening, report a lost card at once: the keys are then made again.',
  },
  lostReport: { vi: 'Báo mất thẻ khóa của tôi', en: 'Report my card lost' },
  lostAsk: {
    vi: 'Chủ trì và các thành viên sẽ thấy thẻ của đồng chí đã mất; điều này được ghi nhận và không rút lại được. Báo mất?',
    en: 'Chair and tellers will see that your card is lost; this is recorded and cannot be taken back. Report it?',
  },
  lostBeforeAsk: {
    vi: 'Xác nhận của đồng chí không được tính nữa và chủ trì phải cho tạo khóa lại. Báo mất?',
    en: 'Your confirmation no longer counts, and the chair has to run the ceremony again. Report it?',
  },
  lostYes: { vi: 'Báo mất', en: 'Report it' },
  tallyPreparing: { vi: 'Đang lập tổng mã hóa…', en: 'The encrypted totals are being prepared…' },
  tallyTitle: { vi: 'Mở kết quả', en: 'Open the totals' },
  tallyWhat: {
    vi: 'Hòm phiếu đã khóa. Máy này kiểm tra toàn bộ hồ sơ, chỉ khi mọi điều khớp mới gửi phần giải mã của đồng chí.',
    en: 'The box is closed. This phone verifies the whole record, and sends your share only if everything fits.',
  },
  tallyNumber: { vi: 'Số phiếu thu về đã công bố', en: 'Announced number of collected ballots' },
  tallyNumberHint: {
    vi: 'Gõ số được đọc tại hội trường, không lấy từ màn hình.',
    en: 'Type the number announced in the hall, not one from a screen.',
  },
  sentTitle: { vi: 'Đã gửi phần giải mã', en: 'Your share was sent' },
  sent: {
    vi: 'Hồ sơ đã được kiểm tra và khớp. Tổng số mở ra khi đủ phần của các thành viên.',
    en: 'The record was verified and everything fits. The totals open when the others’ shares are there.',
  },
  talliedTitle: { vi: 'Đã có kết quả', en: 'The result is there' },
  tallied: {
    vi: 'Kết quả chưa công bố: chỉ chủ trì và ban kiểm phiếu được xem.',
    en: 'It is not published: only the chair and the tellers may see it.',
  },
  publishedTitle: { vi: 'Kết quả đã công bố', en: 'The result is published' },
  published: {
    vi: 'Cấp ủy và cấp ủy cấp trên trực tiếp đã xem được kết quả.',
    en: 'The committee and its superior can read the result.',
  },
  toResult: { vi: 'Xem đầy đủ và kiểm chứng', en: 'See it in full and verify' },
  totalsTitle: { vi: 'Tổng số', en: 'Totals' },
  totalsLedger: {
    vi: 'Phát ra {issued}, thu về {collected}, không hợp lệ {invalid}.',
    en: 'Issued {issued}, collected {collected}, invalid {invalid}.',
  },
  invalidLines: { vi: 'Không hợp lệ', en: 'Invalid' },
  destroyTitle: { vi: 'Hủy thẻ khóa', en: 'Destroy the key card' },
  destroy: {
    vi: 'Không ai cần thẻ khóa nữa. Hãy hủy ngay tờ giấy có thẻ trước mặt các thành viên khác.',
    en: 'Nobody needs the key cards any more. Destroy the paper now, in front of the other tellers.',
  },
  forget: { vi: 'Đã hủy thẻ: xóa đợt này khỏi máy', en: 'It is destroyed: forget this vote on the phone' },
  forgetAsk: {
    vi: 'Máy này sẽ quên những gì đã ghi nhớ để đối chiếu. Kết quả và hồ sơ không đổi. Xóa?',
    en: 'The phone forgets what it kept for comparing. Result and record do not change. Forget?',
  },
  forgetYes: { vi: 'Xóa khỏi máy', en: 'Forget' },
  forgotten: { vi: 'Đã xóa khỏi máy này.', en: 'Forgotten on this phone.' },
  cancelledTitle: { vi: 'Đợt lấy phiếu đã hủy', en: 'This vote was cancelled' },
  unopenableTitle: { vi: 'Hòm phiếu không mở được', en: 'The box cannot be opened' },
  unopenable: {
    vi: 'Phiếu bỏ bằng điện thoại không mở được; đó không phải phiếu không hợp lệ. Ban kiểm phiếu kiểm bằng tay các tờ phiếu giấy lấy từ hòm và ghi riêng vào biên bản.',
    en: 'Ballots cast by phone stay unopened; they are not invalid. The tellers count the sheets from the box by hand and write the numbers into the minutes, apart.',
  },
  cancelledWhy: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  alarmTitle: { vi: 'Dừng lại: có điều không khớp', en: 'Stop: something does not fit' },
  alarmNothingSent: { vi: 'Máy này chưa gửi gì đi.', en: 'This phone has sent nothing.' },
  alarmNotTaken: { vi: 'Máy chủ không nhận phần giải mã.', en: 'The server did not take the share.' },
  alarmNow: {
    vi: 'Hãy báo ngay cho chủ trì và các thành viên khác. Không ai mở kết quả cho đến khi rõ nguyên nhân; giữ nguyên máy này.',
    en: 'Tell the chair and the other tellers at once. Nobody opens anything until the cause is known; leave this phone as it is.',
  },
  alarmNumberNow: {
    vi: 'Nếu gõ nhầm, hãy kiểm tra lại và gõ đúng số. Nếu không nhầm, báo ngay cho chủ trì: số phiếu trong hồ sơ không phải số đã công bố.',
    en: 'If it was mistyped, begin again with the right number. If not, tell the chair at once: the record does not hold the announced number of ballots.',
  },
  alarmAgain: { vi: 'Kiểm tra lại từ đầu', en: 'Check again from the start' },
  alarmDetail: { vi: 'Phép kiểm tra {check}: {reason} {where}', en: 'Check {check}: {reason} {where}' },
  alarmNumber: {
    vi: 'Số đã gõ là {typed}, còn hồ sơ có {counted} phiếu.',
    en: 'You typed {typed}; the record holds {counted} {counted|ballot|ballots}.',
  },
  alarmNumberServer: {
    vi: 'Hồ sơ có đúng số phiếu đã gõ, nhưng máy chủ ghi một số thu về khác.',
    en: 'The record holds the number typed, but the server has another announced number.',
  },
  alarmRecord: {
    vi: 'Hồ sơ không đúng: có phần bị sửa, bị bỏ hoặc bị thêm.',
    en: 'The record does not hold: something in it was changed, removed or added.',
  },
  alarmHead: {
    vi: 'Hồ sơ này không chứa tình trạng hòm phiếu mà máy đã ghi nhớ trước đó: lịch sử đã bị thay.',
    en: 'The record does not contain a state of the box that this phone has seen: its history was rewritten.',
  },
  alarmNotClosed: { vi: 'Hồ sơ chưa khép lại.', en: 'The record is not closed.' },
  alarmAnotherTally: {
    vi: 'Đây là tổng số khác với tổng số mà máy này đã giải mã phần của mình.',
    en: 'These are other totals than those this phone has decrypted its share of.',
  },
  alarmAnotherElection: {
    vi: 'Hòm phiếu không phải là hòm đã xác nhận khi mở: vân tay hồ sơ khác nhau.',
    en: 'The box is not the one confirmed at opening: the fingerprints differ.',
  },
  alarmOwnKey: {
    vi: 'Khóa của đồng chí không có trong hồ sơ, hoặc phần khóa mà máy chủ giữ hộ đã bị thay.',
    en: 'Your key is not in the setup, or the part that the server keeps for you was exchanged.',
  },
  alarmTrustees: {
    vi: 'Các khóa không phải là các khóa đã cùng tạo.',
    en: 'The keys are not those that were made together.',
  },
  alarmRehearsalOfVote: {
    vi: 'Máy chủ đưa phiếu thật ra dưới tên bỏ phiếu thử.',
    en: 'The server presents the real vote as a rehearsal.',
  },
  alarmQuestions: {
    vi: 'Danh sách lấy phiếu hoặc các mức trong hồ sơ khác với những gì đã công bố.',
    en: 'Subjects or levels in the setup are not those that people were shown.',
  },
  alarmPapers: {
    vi: 'Số tờ phiếu trong hồ sơ khác sổ giao nhận.',
    en: 'The number of papers in the setup is not that of the ledger.',
  },
  alarmDocuments: {
    vi: 'Danh sách bỏ phiếu, mẫu phiếu hoặc nội dung quán triệt đã bị sửa.',
    en: 'The roll, the form or the briefing was changed.',
  },
  alarmSetup: { vi: 'Hồ sơ mở hòm phiếu không khớp với dấu của nó.', en: 'The setup does not match its hash.' },
  alarmShare: {
    vi: 'Phần giải mã của đồng chí không khớp với hồ sơ hoặc với phần của người khác.',
    en: 'Your share does not fit the record or the others’ shares.',
  },
  alarmOther: { vi: 'Bị từ chối: {refusal}.', en: 'Refused: {refusal}.' },
  decisionsTitle: { vi: 'Quyết định chung chờ chữ ký', en: 'Joint decisions to sign' },
  decisionReason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  decisionSigned: { vi: 'Đã ký: {names}', en: 'Signed by: {names}' },
  sign: { vi: 'Ký quyết định này', en: 'Sign this decision' },
  signAsk: {
    vi: '{what} Chữ ký được ghi vào biên bản và không rút lại được. Ký?',
    en: '{what} The signature goes into the minutes and cannot be taken back. Sign?',
  },
  signYes: { vi: 'Ký', en: 'Sign' },
  signNo: { vi: 'Chưa ký', en: 'Not now' },
  doCorrect: {
    vi: 'Sửa {before} thành: {name}, {position}. Phiếu giấy in danh sách cũ phải thu lại.',
    en: 'Correct {before} to: {name}, {position}. Sheets with the old list are recalled.',
  },
  doStrike: {
    vi: 'Đưa {subject} ra khỏi danh sách lấy phiếu. Phiếu giấy in danh sách cũ phải thu lại.',
    en: 'Strike {subject} off the list of subjects. Sheets with the old list are recalled.',
  },
  doReplaceTeller: {
    vi: 'Trong ban kiểm phiếu, thay đồng chí {before} bằng đồng chí {after}. Khóa phải tạo lại từ đầu.',
    en: 'Among the tellers, {after} takes the place of {before}. The keys are made again from the start.',
  },
  doReplaceSheet: {
    vi: 'Phát một tờ phiếu mới thay cho tờ bị mất không còn cuống. Tờ bị mất không hủy được; biên bản ghi rõ.',
    en: 'Hand out a new sheet for one that was lost without its stub. The lost one cannot be voided; the minutes say so.',
  },
  doEndPhones: {
    vi: 'Kết thúc bỏ phiếu bằng điện thoại sau khi đếm ngược, rồi mở hòm kiểm phiếu.',
    en: 'End voting by phone after a countdown; then the box is opened and counted.',
  },
  doRestartCountdown: {
    vi: 'Đếm ngược lại từ đầu trước khi kết thúc bỏ phiếu bằng điện thoại.',
    en: 'Let the countdown to the end of voting by phone run again from its beginning.',
  },
  doEndCountdown: {
    vi: 'Kết thúc bỏ phiếu bằng điện thoại ngay, không chờ hết đếm ngược.',
    en: 'End voting by phone now, without waiting for the countdown.',
  },
  doReturn: {
    vi: 'Mở lại việc bỏ phiếu, kể cả bằng điện thoại, trong khi đang kiểm.',
    en: 'Return from counting to voting, by phone too.',
  },
  doDeviation: {
    vi: 'Cho đóng hòm phiếu dù sổ giao nhận có chênh lệch nêu dưới đây.',
    en: 'Let the box be closed with the differences named below.',
  },
  doUnopenable: {
    vi: 'Kết luận không mở được hòm phiếu: còn quá ít thẻ khóa. Đợt lấy phiếu kết thúc không có kết quả.',
    en: 'Declare that the box cannot be opened: too few key cards are left. The session ends without a result.',
  },
  doCancel: {
    vi: 'Hủy đợt lấy phiếu này. Kết quả sẽ không bao giờ được mở.',
    en: 'Cancel this vote. Its totals will never be opened.',
  },
} as const satisfies Record<string, LocalText>;

export type TellerSentence = keyof typeof sentences;
