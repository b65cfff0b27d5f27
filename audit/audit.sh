#!/bin/sh
# Audit of the record (UUID.bel) of a confidence vote with programs that we did not write: belenios-tool 3.0 or a
# later 3, tar, sha256sum and the ordinary tools of a POSIX shell. What it means for people: README.md beside it.
#
#   sh audit.sh [options] RECORD.bel
#     --tool PROGRAM        belenios-tool to use (default: belenios-tool)
#     --final               the record must hold a result
#     --uuid UUID           the record must be of the session with this identifier
#     --fingerprint TEXT    the election's fingerprint must be this one (from the minutes, the projector, a phone)
#     --head HASH           this event must be on the chain (from the minutes or the projector); may be repeated
#     --supplement FILE     papers that it lists as unused or void must not have voted
#     --trackers            list the tracker of every ballot in the box, in order
#
# Exit status: 0 everything held; 1 something did not, named in the last line; 2 the audit could not be run.
set -eu
LC_ALL=C BELENIOS_USE_URANDOM=1
export LC_ALL BELENIOS_USE_URANDOM

step() {
  printf '[%s] %s\n    %s\n' "$1" "$2" "$3"
}
note() { printf '    %s\n' "$*"; }
fail() {
  if [ -s "$log" ]; then tail -n 3 "$log" | tr -cd '\n -~'; fi
  printf 'FAILED: %s\n' "$*"
  exit 1
}
cannot() {
  printf 'CANNOT RUN: %s\n' "$*" >&2
  exit 2
}

tool=belenios-tool final='' uuid='' fingerprint='' heads='' supplement='' trackers='' record=''
while [ $# -gt 0 ]; do
  case $1 in
    --final) final=yes ;;
    --trackers) trackers=yes ;;
    --tool | --uuid | --fingerprint | --head | --supplement)
      [ $# -gt 1 ] || cannot "$1 needs a value"
      case $1 in
        --tool) tool=$2 ;;
        --uuid) uuid=$2 ;;
        --fingerprint) fingerprint=$2 ;;
        --head) heads="$heads $2" ;;
        --supplement) supplement=$2 ;;
      esac
      shift ;;
    -*) cannot "unknown option $1" ;;
    *)
      [ -z "$record" ] || cannot "one record at a time"
      record=$1 ;;
  esac
  shift
done
[ -n "$record" ] || cannot "usage: sh audit.sh [options] RECORD.bel"
[ -r "$record" ] || cannot "$record cannot be read"
[ -z "$supplement" ] || [ -r "$supplement" ] || cannot "$supplement cannot be read"
version=$("$tool" --version 2>/dev/null) || cannot "$tool does not start; README.md says how to get belenios-tool"
case $tool in /*) ;; */*) tool=$PWD/$tool ;; esac
case $version in 3.*) ;; *) cannot "$tool has version $version; this audit needs version 3" ;; esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM HUP
log=$work/log
mkdir "$work/whole" "$work/files" "$work/setup" "$work/opening"
cp "$record" "$work/whole/record.bel"
record=$work/whole/record.bel
if [ -n "$supplement" ]; then cp "$supplement" "$work/supplement"; fi
: >"$log"
run() { "$tool" "$@" 2>"$log"; }
echo "belenios-tool $version"

step 1 "Khung hồ sơ, chuỗi sự kiện, khóa của ban kiểm phiếu, chứng minh giải mã, kết quả (belenios-tool)" \
  "form of the record, chain, tellers' keys, decryption proofs, result (belenios-tool)"
run election verify --dir "$work/whole" >/dev/null || fail "belenios-tool election verify refuses the record"
: >"$log"

step 2 "Mỗi tệp mang tên là mã băm SHA-256 của chính nó, không tệp nào lặp lại" \
  "every file is named by its own SHA-256, none occurs twice"
tar -tf "$record" >"$work/list" 2>/dev/null || fail "tar cannot list the record"
[ "$(head -n 1 "$work/list")" = BELENIOS ] || fail "the record does not begin with BELENIOS"
sed 1d "$work/list" >"$work/names"
awk '{ hash = substr($0, 1, 64); rest = substr($0, 65)
       if (hash ~ /[^0-9a-f]/ || (rest != ".data.json" && rest != ".event.json")) exit 1 }' "$work/names" ||
  fail "a file has a name that is not allowed"
[ -z "$(sort "$work/names" | uniq -d)" ] || fail "a file occurs twice: $(sort "$work/names" | uniq -d | head -n 1)"
tar -xf "$record" -C "$work/files" 2>/dev/null || fail "tar cannot unpack the record"
cd "$work/files"
sed 's/^\([0-9a-f]*\)\(.*\)$/\1  \1\2/' "$work/names" >"$work/sums"
sha256sum -c "$work/sums" >"$work/checked" 2>/dev/null ||
  fail "a file is not what its name says: $(grep -v ': OK$' "$work/checked" | head -n 1)"

step 3 "Chuỗi sự kiện liền mạch, đúng thứ tự luật định, không thừa, không thiếu" \
  "every event continues the one before it, in the only lawful order, nothing added, nothing missing"
# Each event is written anew from what precedes it and compared, so that it can hold nothing else.
# Output: one line per event: kind, hash, the data files that belong to it.
awk '
  function wrong(why) { print "wrong " why; failed = 1; exit 1 }
  BEGIN { files["Setup"] = 4; files["Ballot"] = 1; files["EndBallots"] = 0
          files["EncryptedTally"] = files["PartialDecryption"] = 2; files["Result"] = 1
          after["Setup"] = " nothing "; after["Ballot"] = after["EndBallots"] = " Setup Ballot "
          after["EncryptedTally"] = " EndBallots "; after["PartialDecryption"] = " EncryptedTally PartialDecryption "
          after["Result"] = " PartialDecryption "; kind = "nothing"; height = 0 }
  /data/ { data = data " " $0; count++; last = substr($0, 1, 64); next }
  { text = ""; lines = 0; while ((getline line < $0) > 0) { text = text line; lines++ } close($0)
    before = kind; kind = text; sub(/.*"type":"/, "", kind); sub(/".*/, "", kind)
    if (!(kind in files)) wrong("event " height " is of no known kind")
    if (!index(after[kind], " " before " ")) wrong("event " height ": " kind " may not stand after " before)
    if (count + 0 != files[kind]) wrong("event " height " (" kind ") has " count + 0 " data files")
    expected = (height ? "\"parent\":\"" parent "\"," : "") "\"height\":" height ",\"type\":\"" kind "\""
    if (files[kind]) expected = expected ",\"payload\":\"" last "\""
    if (lines != 1 || text != "{" expected "}") wrong("event " height " does not continue the chain")
    parent = substr($0, 1, 64); print kind, parent data; data = ""; count = 0; height++ }
  END { if (!failed && (count || !height)) wrong("files without an event stand at the end") }
' "$work/names" >"$work/events" || fail "$(sed -n 's/^wrong //p' "$work/events")"
stage=$(tail -n 1 "$work/events" | cut -d ' ' -f 1)
head=$(tail -n 1 "$work/events" | cut -d ' ' -f 2)
for expected in $heads; do
  cut -d ' ' -f 2 "$work/events" | grep -Fqx -e "$expected" || fail "the event $expected is not on the chain"
done
[ -z "$final" ] || [ "$stage" = Result ] || fail "the record holds no result; its last event is $stage"

step 4 "Phần mở hòm: nội dung bầu, danh sách mã công khai của các tờ phiếu" \
  "setup: the election, the list of the papers' public credentials"
read -r _ _ election trustees papers setup <<EOF
$(head -n 1 "$work/events")
EOF
printf '{"election":"%s","trustees":"%s","credentials":"%s"}' "${election%%.*}" "${trustees%%.*}" "${papers%%.*}" |
  cmp -s - "$setup" || fail "the setup data do not name the three files before them"
if grep -q '[[:cntrl:]]' "$election"; then fail "the election holds control characters"; fi
# Strings are taken out one by one; what is left may hold no space, and the keys must be the known ones in order.
awk '
  {
    text = $0
    while (match(text, /"([^"\\]|\\.)*"/)) {
      shape = shape substr(text, 1, RSTART - 1)
      word = substr(text, RSTART + 1, RLENGTH - 2)
      text = substr(text, RSTART + RLENGTH)
      if (substr(text, 1, 1) == ":") { key = word; keys = keys key " " } else print key "\t" word
    }
    question = "answers min max question "
    optional = "(administrator )?(credential_authority )?(language )?"
    fields = "^version description name group public_key questions (" question ")(" question ")*uuid " optional "$"
    exit (keys !~ fields || (shape text) ~ /[^][{}:,0-9]/)
  }' "$election" >"$work/election" || fail "the election holds spaces or fields that do not belong there"
value() { sed -n "s/^$1	//p" "$work/election"; }
phi=$(run sha256-b64 <"$election") || fail "the election's fingerprint cannot be computed"
[ "$(value group)" = Ed25519 ] || fail "the election is not over the group Ed25519"
[ -z "$uuid" ] || [ "$(value uuid)" = "$uuid" ] || fail "the record is of the session $(value uuid)"
[ -z "$fingerprint" ] || [ "$phi" = "$fingerprint" ] || fail "the election's fingerprint is $phi"
awk '
  NR == 1 && $0 == "[]" { next }
  NR > 1 || substr($0, 1, 2) != "[\"" || substr($0, length($0) - 1) != "\"]" { exit 1 }
  { n = split(substr($0, 3, length($0) - 4), list, "\",\"")
    for (i = 1; i <= n; i++) {
      if (length(list[i]) != 64 || list[i] ~ /[^0-9a-f]/ || list[i] in seen) exit 1
      seen[list[i]]; print list[i] } }' "$papers" >"$work/papers" ||
  fail "the list of papers holds a weight, a paper twice, or something that is no public credential"

# beginning N: the record up to its N-th event; every file takes a header and its content in whole blocks of 512.
beginning() {
  head -n "$1" "$work/events" | awk '{ for (i = 3; i <= NF; i++) print $i; print $2 ".event.json" }' >"$work/upto"
  head -c "$({ echo BELENIOS; cat "$work/upto"; } | xargs wc -c |
    awk '$2 != "total" { sum += 512 + int(($1 + 511) / 512) * 512 } END { printf "%.0f\n", sum }')" "$record"
}
# data KIND N: the N-th data file of every event of this kind
data() { awk -v kind="$1" -v column="$2" '$1 == kind { print $(column + 2) }' "$work/events"; }
plain() { ! grep -q '[^]["{}:,A-Za-z0-9_+/]' "$1"; }

ballots=$(grep -c '^Ballot ' "$work/events" || true)
step 5 "$ballots phiếu trong hòm, kiểm riêng từng phiếu: chữ ký và mọi chứng minh" \
  "$ballots ballots in the box, each alone: its signature and every proof"
# election verify forgets what its ballot checks said; verify-ballot, on a record that ends with the setup, does not.
beginning 1 >"$work/setup/record.bel"
data Ballot 1 >"$work/ballots"
checked=0
while read -r ballot; do
  plain "$ballot" || fail "the ballot ${ballot%%.*} holds spaces or signs that do not belong there"
  { cat "$ballot"; echo; } >"$work/ballot"
  run election verify-ballot --dir "$work/setup" --ballot "$work/ballot" >/dev/null ||
    fail "the ballot ${ballot%%.*} is not valid"
  [ -z "$trackers" ] || note "$("$tool" sha256-b64 <"$ballot")"
  checked=$((checked + 1))
  [ $((checked % 50)) -ne 0 ] || note "… $checked / $ballots"
done <"$work/ballots"
: >"$log"

counted=0
if grep -q '^EncryptedTally ' "$work/events"; then
  step 6 "Tổng mã hóa: tính lại từ các phiếu, mỗi tờ chỉ tính phiếu ghi sau cùng" \
    "encrypted totals, computed anew from the ballots, the last one of each paper"
  run election compute-encrypted-tally --dir "$work/whole" >"$work/tally" || fail "the encrypted totals cannot be computed"
  head -n 1 "$work/tally" | tr -d '\n' | cmp -s - "$(data EncryptedTally 1)" || fail "the encrypted totals are not those of the ballots"
  sed -n 2p "$work/tally" | tr -d '\n' | cmp -s - "$(data EncryptedTally 2)" || fail "the number of counted ballots is wrong"
  counted=$(sed -n 's/^{"num_tallied":\([0-9]*\),.*/\1/p' "$work/tally")
fi

shares=$(grep -c '^PartialDecryption ' "$work/events" || true)
if [ "$shares" -gt 0 ]; then
  step 7 "$shares phần giải mã của thành viên ban kiểm phiếu" "$shares tellers' partial decryptions"
  : >"$work/owners"
  sed -n 's/^PartialDecryption [^ ]* //p' "$work/events" >"$work/shares"
  while read -r share owned; do
    plain "$share" || fail "a partial decryption holds spaces or signs that do not belong there"
    owner=$(sed 's/^{"owner":\([0-9]*\),.*/\1/' "$owned")
    printf '{"owner":%s,"payload":"%s"}' "$owner" "${share%%.*}" | cmp -s - "$owned" || fail "a partial decryption has no clear owner"
    ! grep -Fqx -e "$owner" "$work/owners" || fail "teller $owner stands there twice"
    echo "$owner" >>"$work/owners"
  done <"$work/shares"

  # A share can be false although its proof holds (README.md). The tool opens the totals with the first t shares it
  # finds, so every t shares in a row are tried: all shares lie on one polynomial exactly when all give the same.
  threshold=$(sed -n 's/^\[\["Pedersen",{"threshold":\([0-9]*\),.*/\1/p' "$trustees")
  kinds=$(grep -o -e '\["Single",' -e '\["Pedersen",' "$trustees" | tr -cd 'SP')
  case $kinds in S) threshold=1 ;; P) ;; *) threshold='' ;; esac
  # Until there is a result, election verify leaves the decryptions unchecked.
  if [ "$stage" != Result ] && [ -n "$threshold" ] && [ "$shares" -ge "$threshold" ]; then
    run election compute-result --dir "$work/whole" >/dev/null || fail "a partial decryption is not valid"
  fi
  if [ "$kinds" = P ] && [ "$shares" -gt "$threshold" ]; then
    beginning "$((2 + ballots + 1))" >"$work/upto_tally"
    from=1
    while [ $((from + threshold - 1)) -le "$shares" ]; do
      cp "$work/upto_tally" "$work/opening/record.bel"
      sed -n "$from,$((from + threshold - 1))p" "$work/shares" >"$work/chosen"
      while read -r share owned; do
        { cat "$share"; echo; cat "$owned"; echo; } >"$work/event"
        run archive add-event --dir "$work/opening" --type=PartialDecryption <"$work/event" >/dev/null ||
          fail "a partial decryption is not valid"
      done <"$work/chosen"
      run election compute-result --dir "$work/opening" >"$work/opened" || fail "a partial decryption is not valid"
      [ -f "$work/first" ] || cp "$work/opened" "$work/first"
      cmp -s "$work/first" "$work/opened" || fail "the tellers' shares contradict each other: one of them is false"
      from=$((from + 1))
    done
    note "mọi nhóm $threshold phần liên tiếp mở ra cùng một kết quả / any $threshold of them in a row open the same totals"
  else
    note "! chỉ vừa đủ số phần giải mã; hãy chạy thêm: phieu verify --supplement / no share to spare: also run phieu verify --supplement"
  fi
fi

if [ "$stage" = Result ]; then
  step 8 "Kết quả: mở lại từ các phần giải mã" "result, opened anew from the partial decryptions"
  run election compute-result --dir "$work/whole" >"$work/result" || fail "the result cannot be computed"
  tr -d '\n' <"$work/result" | cmp -s - "$(data Result 1)" || fail "the result is not what the partial decryptions give"
  [ ! -f "$work/first" ] || cmp -s "$work/first" "$work/result" || fail "the result is not what the partial decryptions give"
fi
: >"$log"

if [ -n "$supplement" ]; then
  step 9 "Các tờ không phát và bị hủy không có phiếu trong hòm" "papers unused or void have no ballot in the box"
  # awk, not sed: it ends the last line even where the file does not.
  awk 'NR > 1 || $0 !~ /^{"proofs":\[.*\],"unused":\[[^]]*\],"void":\[[^]]*\]}$/ { exit 1 }
    { sub(/^.*\],"unused":\[/, ""); sub(/\],"void":\[/, ","); sub(/\]}$/, ""); gsub(/"/, "")
      n = split($0, paper, ","); for (i = 1; i <= n; i++) if (paper[i] != "") print paper[i] }
    END { if (NR != 1) exit 1 }' "$work/supplement" >"$work/withdrawn" ||
    fail "the supplement cannot be read"
  while read -r ballot; do
    awk -F '"' '{ print $12 }' "$ballot"
  done <"$work/ballots" >"$work/voted"
  while read -r paper; do
    grep -Fqx -e "$paper" "$work/papers" || fail "the supplement names a paper that is not on the list: $paper"
    ! grep -Fqx -e "$paper" "$work/voted" || fail "a paper that was unused or void has voted: $paper"
  done <"$work/withdrawn"
  [ -z "$(sort "$work/withdrawn" | uniq -d)" ] || fail "the supplement names a paper twice"
fi

printf '\n%s\n' "$(value name)"
if [ "$stage" = Result ]; then
  { cat "$work/election"; sed 's/^{"result":\[*//; s/\]*}$//; s/\],\[/|/g' "$work/result" | tr '|' '\n'; } | awk -F '\t' -v counted="$counted" '
    $1 == "answers" { if (asked) { asked = 0; m = 0 } level[subject + 1, ++m] = $2; next }
    $1 == "question" { name[++subject] = $2; asked = 1; next }
    NF == 1 { row++; n = split($0, count, ","); left = counted; line = ""
      for (i = 1; i <= n; i++) { line = line (i > 1 ? ", " : "") level[row, i] " " count[i]; left -= count[i] }
      print "  " name[row] ": " line " (– " left ")" }'
fi
row() { printf '  %-12s %s\n' "$1" "$2"; }
row session "$(value uuid)"
row fingerprint "$phi"
row papers "$(wc -l <"$work/papers" | tr -d ' '), list $("$tool" sha256-b64 <"$papers")"
row ballots "$ballots in the box, $counted counted"
row "last event" "$(($(wc -l <"$work/events") - 1)) $stage $head"
if [ -n "$supplement" ]; then row supplement "$(sha256sum <"$work/supplement" | cut -c 1-64)"; fi
so_far=''
[ "$stage" = Result ] || so_far=', no result yet, as far as the record goes'
echo "OK: $ballots ballots, $head is the last event$so_far"
