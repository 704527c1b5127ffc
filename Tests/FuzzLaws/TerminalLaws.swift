import ScreenCells
import TestSupport

/// Laws of the decoder of what a terminal sends.
package enum TerminalLaws {
  private static let keys: [String: Key] = [
    "\u{1B}[7$": Key(.home, .shift), "\u{1B}[224z": Key(.f1), "\u{1B}OA": Key(.up),
    "\u{1B}[[A": Key(.f1), "\u{1B}[M1": Key(.f2), "\u{1B}[200~": Key(.f3),
  ]

  static func flaws(_ input: [UInt8]) -> [String] {
    let kinds = [InputDecoder(), InputDecoder(terminfoKeys: keys)]
    return kinds.flatMap { splitFlaws(input, $0) + lateFlaws(input, $0) } + pasteFlaws(input)
  }

  // MARK: Reads

  /// How the bytes are split over reads makes no difference, then or later.
  private static func splitFlaws(_ bytes: [UInt8], _ fresh: InputDecoder) -> [String] {
    var (whole, single, split) = (fresh, fresh, fresh)
    let inputs = whole.feed(bytes, at: 0)
    var flaws = inputs.compactMap(flaw)
    if bytes.flatMap({ single.feed([$0], at: 0) }) != inputs {
      flaws.append("bytes one by one mean something else")
    }
    if pieces(of: bytes).flatMap({ split.feed(Array($0), at: 0) }) != inputs {
      flaws.append("bytes in pieces mean something else")
    }
    flaws += sizeFlaws(whole) + sizeFlaws(split)
    let rest = settled(&whole)
    if settled(&single) != rest || settled(&split) != rest {
      flaws.append("what was left open ends otherwise after other reads")
    }
    return flaws + rest.compactMap(flaw) + groundFlaws(&whole)
  }

  /// Pieces whose lengths follow from the bytes, so that a run repeats.
  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var random = Seeded(seed: bytes.reduce(0) { $0 &* 31 &+ UInt64($1) })
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...9, using: &random)
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  /// Waits until nothing is awaited.
  private static func settled(_ decoder: inout InputDecoder) -> [Input] {
    var inputs: [Input] = []
    var waits = 0
    while let deadline = decoder.deadline, waits < 9 {
      inputs += decoder.expire(at: deadline)
      waits += 1
    }
    return inputs
  }

  /// After every wait has ended a key is that key and nothing else.
  private static func groundFlaws(_ decoder: inout InputDecoder) -> [String] {
    if decoder.deadline != nil { return ["the decoder waits for ever"] }
    let inputs = decoder.feed(Array("j".utf8), at: 1_000_000)
    return inputs == [.key(Key("j"))] ? [] : ["a key pressed after everything is \(inputs)"]
  }

  /// Bytes that come in their time, with waits that pass and do not.
  private static func lateFlaws(_ bytes: [UInt8], _ fresh: InputDecoder) -> [String] {
    var decoder = fresh
    var random = Seeded(seed: UInt64(bytes.count))
    var now = 0
    var flaws: [String] = []
    for piece in pieces(of: bytes) {
      now += [0, 1, 24, 25, 300, 900, 5_000].randomElement(using: &random) ?? 0
      let inputs = decoder.expire(at: now) + decoder.feed(Array(piece), at: now)
      flaws += inputs.compactMap(flaw) + sizeFlaws(decoder)
    }
    flaws += settled(&decoder).compactMap(flaw)
    return flaws + groundFlaws(&decoder)
  }

  // MARK: What comes out

  private static func flaw(of input: Input) -> String? {
    switch input {
    case .key(let key): keyFlaw(key)
    case .mouse(let mouse):
      mouse.point.column < 0 || mouse.point.row < 0 ? "the mouse is at \(mouse.point)" : nil
    case .paste(let text):
      text.isEmpty || text.utf8.count > InputDecoder.longestPaste || text.utf8.contains(0x0D)
        ? "a paste is empty, too long or has a carriage return" : nil
    case .pasteCut(let count): count > 0 ? nil : "a paste was cut by \(count)"
    }
  }

  private static func keyFlaw(_ key: Key) -> String? {
    if Key(token: key.token) != key { return "the key \(key) is written as no key or another" }
    guard case .character(let character) = key.code else { return nil }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return "the key \(key) is no character that can be typed" }
    return nil
  }

  /// What is kept of unfinished bytes is little, however many come.
  private static func sizeFlaws(_ decoder: InputDecoder) -> [String] {
    for child in Mirror(reflecting: decoder).children where child.label == "pending" {
      let count = (child.value as? [UInt8])?.count ?? 0
      return count <= 64 ? [] : ["\(count) bytes are pending"]
    }
    return ["nothing is known of what is pending"]
  }

  // MARK: Paste

  /// Whatever stands between the marks of a paste is one paste and no key.
  private static func pasteFlaws(_ bytes: [UInt8]) -> [String] {
    let end = Array("\u{1B}[201~".utf8)
    var content: [UInt8] = []
    for byte in bytes {
      content.append(byte)
      if content.suffix(end.count).elementsEqual(end) { content.removeLast() }
    }
    let sent = Array("\u{1B}[200~".utf8) + content + end + Array("j".utf8)
    var decoder = InputDecoder()
    let inputs = pieces(of: sent).flatMap { decoder.feed(Array($0), at: 0) }
    guard inputs.last == .key(Key("j")) else { return ["a paste does not end: \(inputs)"] }
    let pastes = inputs.dropLast()
    guard pastes.count <= (content.isEmpty ? 0 : 1) else { return ["a paste became \(pastes)"] }
    guard let text = String(validating: content, as: UTF8.self), !content.isEmpty else { return [] }
    let lines = text.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false)
    let plain = lines.enumerated().map { index, line in
      String(line.first == "\n" && index > 0 ? line.dropFirst() : line)
    }.joined(separator: "\n")
    guard case .paste(let pasted)? = pastes.first, pasted.utf8.elementsEqual(plain.utf8) else {
      return ["a paste of \(text.debugDescription) became \(pastes)"]
    }
    return []
  }
}
