import ScreenCells

/// What terminals send, and what it means.
///
/// Esc is written `␛`.
enum DecoderFixtures {
  struct Fixture: Sendable {
    let bytes: [UInt8]
    let inputs: [Input]

    init(_ text: String, _ inputs: [Input]) {
      bytes = Array(text.replacing("␛", with: "\u{1B}").utf8)
      self.inputs = inputs
    }

    init(bytes: [UInt8], _ inputs: [Input]) {
      self.bytes = bytes
      self.inputs = inputs
    }
  }

  static func keys(_ tokens: String...) -> [Input] {
    tokens.compactMap { Key(token: $0).map(Input.key) }
  }

  static func mouse(
    _ kind: Mouse.Kind, _ button: Mouse.Button = .left, at column: Int, _ row: Int,
    shift: Bool = false, alt: Bool = false, ctrl: Bool = false
  ) -> [Input] {
    let point = Point(column: column, row: row)
    return [.mouse(Mouse(kind, button, at: point, shift: shift, alt: alt, ctrl: ctrl))]
  }

  static let typed: [Fixture] = [
    Fixture("jG /?", keys("j", "G", "space", "/", "?")),
    Fixture("é日👍", keys("é", "日", "👍")),
    Fixture("\r\n\t\u{8}\u{7F}", keys("enter", "enter", "tab", "backspace", "backspace")),
    Fixture("\u{0}\u{1}\u{4}\u{1A}", keys("ctrl-space", "ctrl-a", "ctrl-d", "ctrl-z")),
    Fixture("\u{1C}\u{1D}\u{1E}\u{1F}", keys("ctrl-\\", "ctrl-]", "ctrl-^", "ctrl-/")),
    Fixture("␛j␛b␛\u{7F}␛é␛\r", keys("alt-j", "alt-b", "alt-backspace", "alt-é", "alt-enter")),
    Fixture("␛␛j", keys("esc", "alt-j")),
    Fixture(bytes: [0x61, 0xFF, 0xC0, 0x80, 0x62], keys("a", "b")),
    Fixture(bytes: [0xE6, 0x97, 0x61], keys("a")),
    Fixture(bytes: [0xED, 0xA0, 0x80, 0x61], keys("a")),
    Fixture(bytes: [0xE0, 0x80, 0x80, 0xC2, 0x9B, 0x61], keys("a")),
  ]

  static let named: [Fixture] = [
    Fixture("␛[A␛[B␛[C␛[D␛[H␛[F", keys("up", "down", "right", "left", "home", "end")),
    Fixture("␛OA␛OB␛OC␛OD␛OH␛OF", keys("up", "down", "right", "left", "home", "end")),
    Fixture("␛[1~␛[2~␛[3~␛[4~", keys("home", "insert", "delete", "end")),
    Fixture("␛[5~␛[6~␛[7~␛[8~", keys("pageup", "pagedown", "home", "end")),
    Fixture("␛[1;5C␛[1;2A␛[1;3D", keys("ctrl-right", "shift-up", "alt-left")),
    Fixture("␛[3;5~␛[5;2~", keys("ctrl-delete", "shift-pageup")),
    Fixture("␛[Z␛[1;2Z", keys("shift-tab", "shift-tab")),
    Fixture("␛OP␛OQ␛OR␛OS", keys("f1", "f2", "f3", "f4")),
    Fixture("␛[11~␛[12~␛[13~␛[14~", keys("f1", "f2", "f3", "f4")),
    Fixture("␛[15~␛[17~␛[18~␛[19~", keys("f5", "f6", "f7", "f8")),
    Fixture("␛[20~␛[21~␛[23~␛[24~", keys("f9", "f10", "f11", "f12")),
    Fixture("␛[1;5P␛[1;2R", keys("ctrl-f1", "shift-f3")),
    Fixture("␛[[A␛[[B␛[[C␛[[D␛[[E", keys("f1", "f2", "f3", "f4", "f5")),
    Fixture(
      "␛[a␛Oc␛[3$␛[3^␛[3@",
      keys("shift-up", "ctrl-right", "shift-delete", "ctrl-delete")
        + [.key(Key(.delete, [.ctrl, .shift]))]),
    Fixture("␛␛[A", keys("alt-up")),
    Fixture("␛OM␛Ok␛Op␛O5C", keys("enter", "+", "0", "ctrl-right")),
    Fixture("␛[97;5u␛[97u␛[97;2u", keys("ctrl-a", "a", "A")),
    Fixture("␛[105;5u␛[13u␛[27u␛[9;2u", keys("tab", "enter", "esc", "shift-tab")),
    Fixture("␛[127;3u␛[97;1:1u␛[97;1:3u", keys("alt-backspace", "a")),
    Fixture("␛[27;5;97~␛[27;2;9~", keys("ctrl-a", "shift-tab")),
    Fixture("␛[233u", keys("é")),
  ]

  static let mouse: [Fixture] = [
    Fixture("␛[<0;10;5M", mouse(.press, at: 9, 4)),
    Fixture("␛[<0;10;5m", mouse(.release, at: 9, 4)),
    Fixture("␛[<32;250;5M", mouse(.drag, at: 249, 4)),
    Fixture("␛[<1;1;1M", mouse(.press, .middle, at: 0, 0)),
    Fixture("␛[<34;1;1M", mouse(.drag, .right, at: 0, 0)),
    Fixture("␛[<64;3;4M␛[<65;3;4M", mouse(.wheelUp, at: 2, 3) + mouse(.wheelDown, at: 2, 3)),
    Fixture("␛[<28;1;2M", mouse(.press, at: 0, 1, shift: true, alt: true, ctrl: true)),
    Fixture("␛[M !!", mouse(.press, at: 0, 0)),
    Fixture(bytes: [0x1B, 0x5B, 0x4D, 0x23, 0x2A, 0xF0], mouse(.release, at: 9, 207)),
    Fixture("␛[<35;1;1M␛[<66;1;1M␛[<0;0;1M␛[<0;1M␛[<M␛[<128;1;1Mj", keys("j")),
    Fixture("␛[<99999999999999999999;1;1Mj", keys("j")),
  ]

  /// No person did any of this.
  static let swallowed: [Fixture] = [
    Fixture("␛[?1;2cj", keys("j")),
    Fixture("␛[>41;354;0cj", keys("j")),
    Fixture("␛[24;80Rj", keys("j")),
    Fixture("␛[?2026;2$yj", keys("j")),
    Fixture("␛[I␛[Oj", keys("j")),
    Fixture("␛[5nj␛[E", keys("j")),
    Fixture("␛]52;c;cXVpdA==\u{7}j", keys("j")),
    Fixture("␛]11;rgb:0000/0000/0000␛\\j", keys("j")),
    Fixture("␛P>|XTerm(379)␛\\j", keys("j")),
    Fixture("␛_Gi=1;OK␛\\j␛^x␛\\k␛Xy␛\\l", keys("j", "k", "l")),
    Fixture("␛]0;title␛[Aj", keys("up", "j")),
    Fixture("␛[57399u␛[200;9~␛[999~␛[1;1;1;1zj", keys("j")),
    Fixture("␛[12\u{1}j", keys("ctrl-a", "j")),
    Fixture("␛[12␛[Aj", keys("up", "j")),
    Fixture("␛[" + String(repeating: "1;", count: 500) + "Aj", keys("j")),
    Fixture("␛[201~j", keys("j")),
    Fixture("␛OZj", keys("j")),
  ]

  static let pasted: [Fixture] = [
    Fixture("␛[200~two\rlines␛[201~j", [.paste("two\nlines")] + keys("j")),
    Fixture("␛[200~a\r\nb\n\rc␛[201~", [.paste("a\nb\n\nc")]),
    Fixture("␛[200~␛[A␛[20␛␛[201␛[201~", [.paste("\u{1B}[A\u{1B}[20\u{1B}\u{1B}[201")]),
    Fixture("␛[200~␛[201~j", keys("j")),
    Fixture("␛[200~rm -rf q\u{3}␛[201~", [.paste("rm -rf q\u{3}")]),
    Fixture(
      bytes: Array("\u{1B}[200~a".utf8) + [0xFF, 0xE6, 0x97] + Array("é\u{1B}[201~".utf8),
      [.paste("aé")]),
  ]

  static let all = typed + named + mouse + pasted + swallowed
}
