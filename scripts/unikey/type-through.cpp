// Types each line of standard input, key by key, through the engine of UniKey, and writes what stands in the field then.
// Usage: type-through telex|vni free|spell ("spell": as it is set up first, words that cannot be Vietnamese are given back)
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include "unikey.h"
#include "vnconv.h"

/** Takes the last characters away, not the last bytes. */
static void removeCharacters(std::string &text, int count) {
  for (; count > 0 && !text.empty(); count--) {
    while (text.size() > 1 && (text.back() & 0xC0) == 0x80) text.pop_back();
    text.pop_back();
  }
}

int main(int argc, char **argv) {
  UnikeySetup();
  UnikeySetInputMethod(argc > 1 && !strcmp(argv[1], "vni") ? UkVni : UkTelex);
  UnikeySetOutputCharset(CONV_CHARSET_XUTF8);
  UnikeyOptions options;
  memset(&options, 0, sizeof options);
  options.freeMarking = 1;
  options.modernStyle = 0;
  options.spellCheckEnabled = argc > 2 && !strcmp(argv[2], "spell");
  options.autoNonVnRestore = options.spellCheckEnabled;
  UnikeySetOptions(&options);
  std::string line;
  while (std::getline(std::cin, line)) {
    UnikeyResetBuf();
    std::string field;
    for (unsigned char key : line) {
      UnikeySetCapsState(0, 0);
      UnikeyFilter(key);
      removeCharacters(field, UnikeyBackspaces);
      if (UnikeyBufChars > 0) field.append(reinterpret_cast<char *>(UnikeyBuf), UnikeyBufChars);
      else field.push_back(static_cast<char>(key));
    }
    std::cout << field << "\n";
  }
  UnikeyCleanup();
}
