import ScreenCells

/// Inputs to begin with.
package enum FuzzSeeds {
  /// What terminals were seen to send, Esc first.
  static let terminal =
    [
      "jG /?\r\n\t\u{8}\u{7F}\u{0}\u{1}\u{1A}\u{1C}\u{1F}é日👍", "\u{1B}j\u{1B}b\u{1B}\u{7F}\u{1B}é",
      "\u{1B}[A\u{1B}[1;5C\u{1B}[Z\u{1B}OA\u{1B}OP\u{1B}[15~\u{1B}[3;5~\u{1B}[[A\u{1B}[7$\u{1B}[7^",
      "\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[<64;1;1M\u{1B}[M !!\u{1B}[M#!!",
      "\u{1B}[200~pasted\r\ntext\u{1B}[201~j", "\u{1B}[200~a\u{1B}[201x\u{1B}[20", "[<0;10;5Mj[[",
      "\u{1B}[27;5;13~\u{1B}[97;5u\u{1B}[304;5u\u{1B}[13;2u\u{1B}[97:65:97;6:3u\u{1B}[57399u",
      "\u{1B}]11;rgb:1/2/3\u{7}\u{1B}P>|xterm(1)\u{1B}\\\u{1B}[?62;4c\u{1B}[?1;2c\u{1B}[I\u{1B}[O",
      "\u{1B}\u{1B}[A\u{1B}\u{1B}\u{1B}", "\u{1B}[1;2:3A\u{1B}[224z\u{1B}Ojk\u{1B}OM\u{1B}O5A",
    ].map { Array($0.utf8) } + [
      [0x61, 0xFF, 0xC0, 0x80, 0xE6, 0x97, 0x61, 0xED, 0xA0, 0x80, 0x1B, 0xC2]
    ]

  /// Small texts with what readers look for.
  static let text = [
    "# Findings\n\nThey felt heard (P12, female). “I was lost” said one.\n\n## Trust\n> It was long.\n",
    "FINDINGS\n\n3 Results\n\ntreat-\nment treatment\n\n12\n\nSmall Steps Header\n\nand so\n\non went it",
    "a\tb\n| a | b |\n|---|---|\n1. one\n- item\n    set off (P3)\n```\ncode\n```\n~~~\n",
    "---\ntitle: x\n---\nTitle\n===\n**Being heard.** *it* _was_ ~~not~~ [x](y \"z\") ![a](b) `c` &amp; <b>",
    "et al. e.g. ^{7,21-23} .⁶⁻⁸ . . . …、護士很好。！？שלום. نعم؟ e\u{301} \u{FEFF}\u{2028}\u{A0}\u{85}",
    "P12: I said so.\nInterviewer: why?\r\n\r\rPage 3 of 12\u{0C}Discussion\n\n[^1]: note\n\\* \u{AD}\n",
    "\u{FEFF}Findings\nShe said: ‘we’ve waited’ (Mother 4).\n\n'Tis “so (P1)”.\n\u{1A}",
  ].map { Array($0.utf8) }

  /// Files that say much in little.
  package static let keymap = [
    "format = 1\ntitle = \"Mine\"\nextends = \"vim\"\n[code]\n\"c\" = \"code.run\"\n\"i\" = \"none\" # x\n",
    "format = 1\nletters = \"йцукенгшщз фывапролд ячсмить\"\n[everywhere]\n'g g' = 'list.first'\n",
    "format = 1\n[everywhere]\n\"?\" = \"none\"\n\"f1\" = \"none\"\n\":\" = \"none\"\n\"q\" = \"none\"\n",
    "format = 01\n[ code.margin ]\n\"ctrl-e\" = \"passage.bounds\"\n\"\\u0041\" = \"find.open\"\n",
    "format = 2\n[kode]\n\"<C-d>\" = \"x\"\n[[code]]\nx = [1]\n\"a = \"b\"\n[code]\n\", 3\" = \"pin.set\"\n",
  ].map { Array($0.utf8) }

  /// Fields as the log has them.
  static let fields = [
    #"{"deleted":false,"name":"waiting \u0009 \"é\"","on":true}"#,
    #"{"document":"AAAAAAAAAAEAAAAAAAAABQ","end":-9223372036854775808,"start":9223372036854775807}"#,
    #"{"headings":[0],"lines":[0,15,2,20],"paragraphs":[0,1],"study":"AAAAAAAAAAEAAAAAAAAABA"}"#,
    #"{"cut":true,"position":20}"# + "\n" + #"{"cut":"AAAAAAAAAAEAAAAAAAAABQ"}"#,
    #"{"confirmed":true,"document":"AAAAAAAAAAEAAAAAAAAABQ","end":30,"start":4,"voice":"participant"}"#,
    #"{"a":[],"b":[1,[true,"x"]],"column.age":"5","kept":["AAAAAAAAAAEAAAAAAAAABQ"],"undone":true}"#,
    #"{"child":"AAAAAAAAAAEAAAAAAAAABQ","on":true,"order":"a0","parent":""}"# + "\n"
      + #"{"on":["AAAAAAAAAAEAAAAAAAAABQ","AAAAAAAAAAEAAAAAAAAABA"]}"#,
  ].map { Array($0.utf8) }

  /// Damage, and logs of other programs; see ``ReviewLaws``.
  static let review =
    [
      "0\u{0}\u{1}\u{2}\u{3}", "0abc\u{1}", "0\u{2}zz\u{0}", "0\u{0}\u{0}\u{5C}\u{1}",
      "1100x", "1200x", "1A15{}", "1012-1", "1@14{\"name\":\"x\"}", "1113", "1G1429", "1E10x",
      "1C11x",
      "1D0x\n1A14{\"a\":1}",
      "20090{\"name\":\"x\"}", "20093{\"mergedInto\":\"@4\"}\n20094{\"mergedInto\":\"@3\"}",
      "2A0A1{\"document\":\"@2\",\"end\":9223372036854775807,\"on\":true,\"start\":-5}",
      "2?0A2{\"lines\":[0,9,1,9223372036854775800],\"headings\":[0,0,5],\"study\":\"@2\"}",
      "2J0A7{\"undone\":true}\t{\"undone\":\"@7\"}\n+00A8{\"undone\":true}",
      "2J0A0{\"deleted\":true}\n2J0A2{\"deleted\":true}",
      "2J0G5{\"parent\":\"@5\",\"child\":\"@5\",\"on\":true,\"order\":\"\"}",
    ].map { Array($0.utf8) } + kinds

  /// One change of every kind.
  private static let kinds: [[UInt8]] = (0..<23).flatMap { kind -> [[UInt8]] in
    let mark = Character(UnicodeScalar(UInt8(46 + kind)))
    return [
      "2J0\(mark)0{\"deleted\":true}", "2J0\(mark)5{\"on\":false}",
      "2J0\(mark)2{\"code\":\"@4\",\"coder\":\"@0\",\"document\":\"@2\",\"end\":30,\"name\":\"x\",\"on\":true,"
        + "\"start\":10,\"target\":\"@5\"}",
      "2J0\(mark)z{\"child\":\"@3\",\"document\":\"@2\",\"end\":-1,\"level\":\"analytical\",\"parent\":\"@6\","
        + "\"position\":12,\"start\":5,\"theme\":\"@6\",\"thing\":\"@3\"}",
    ].map { Array($0.utf8) }
  }
}

extension FuzzedReader {
  /// Inputs to begin with, from what is built in and from files of the project.
  ///
  /// - Parameter files: The names and bytes of the sample texts and of the keymaps.
  /// - Returns: The inputs, always the same.
  package func seeds(files: [(name: String, bytes: [UInt8])]) -> [[UInt8]] {
    let ways = (0..<24).map { UInt8(ascii: "0") + $0 }
    func each(_ pieces: [[UInt8]], _ ways: [UInt8]) -> [[UInt8]] {
      pieces.flatMap { piece in ways.map { [$0] + piece } }
    }
    let texts = files.filter { $0.name.hasSuffix(".txt") || $0.name.hasSuffix(".md") }.map(\.bytes)
    switch self {
    case .text: return each(FuzzSeeds.text, ways) + each(texts, [ways[0], ways[9]])
    case .tiled: return each(FuzzSeeds.text, [ways[0], ways[3], ways[6], ways[9]])
    case .terminal: return FuzzSeeds.terminal
    case .keymap:
      return FuzzSeeds.keymap + files.filter { $0.name.hasSuffix(".toml") }.map(\.bytes)
    case .fields: return FuzzSeeds.fields
    case .review: return FuzzSeeds.review
    }
  }
}
