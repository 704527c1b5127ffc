import Reading
import Synthesis

/// Laws of the readers of study texts.
package enum TextLaws {
  /// What the first byte of an input says of the rest: 24 ways, written `0` to `G`.
  struct Choice {
    let unit: CodingUnit
    let accepts: Acceptance
    let format: ReadingFormat
    let encoding: SourceEncoding?

    init(_ byte: UInt8) {
      let number = Int(byte)
      unit = CodingUnit.allCases[number % 3 % CodingUnit.allCases.count]
      accepts = number / 3 % 2 == 0 ? .none : .all
      format = number / 6 % 2 == 0 ? .text : .markdown
      encoding = number / 12 % 2 == 0 ? nil : .windows1252
    }

    var options: ReadingOptions {
      ReadingOptions(format: format, encoding: encoding, unit: unit, accepts: accepts)
    }
  }

  static func flaws(_ input: [UInt8]) -> [String] {
    guard let first = input.first else { return [] }
    let choice = Choice(first)
    let source = SourceText(name: "Hollis 2019", bytes: Array(input.dropFirst()))
    do throws(ReadingError) {
      let draft = try DraftReader.read(source, options: choice.options)
      return DraftLaws.flaws(of: draft) + Keeping(source, choice, draft).flaws
    } catch {
      return flaws(of: error, source)
    }
  }

  static func flawsOfSpeed(_ input: [UInt8]) -> [String] {
    guard let first = input.first, input.count > 1 else { return [] }
    let piece = input.dropFirst()
    var bytes: [UInt8] = []
    while bytes.count < 65_536 { bytes += piece }
    let source = SourceText(name: "long", bytes: bytes)
    return FuzzedReader.slowness("reading \(bytes.count) bytes") {
      _ = try? DraftReader.read(source, options: Choice(first).options)
    }
  }

  private static func flaws(of error: ReadingError, _ source: SourceText) -> [String] {
    let isOutside =
      switch error {
      case .empty, .tooLarge, .binary(_, .controls): false
      // A text in UTF-16 is looked through after it became UTF-8, which can be half as long again.
      case .binary(_, .nul(let place)): place < 0 || place > source.bytes.count * 3 / 2
      case .notUTF8(_, let place, _), .notUTF16(_, let place):
        place < 0 || place > source.bytes.count
      }
    return (isOutside ? ["a refusal names a place outside the text: \(error)"] : [])
      + (error.sentence.isEmpty ? ["a refusal says nothing"] : [])
  }
}

/// What must be kept of a source: no character is lost, and nothing is said that was not there.
private struct Keeping {
  let source: SourceText
  let choice: TextLaws.Choice
  let draft: Draft

  init(_ source: SourceText, _ choice: TextLaws.Choice, _ draft: Draft) {
    self.source = source
    self.choice = choice
    self.draft = draft
  }

  var flaws: [String] {
    let isPlain = choice.format == .text
    return (isPlain ? plainFlaws : markdownFlaws) + repeatedFlaws
  }

  /// What is written of a text: its scalars without white space, without ^Z at its end, and without
  /// byte order marks at its start, however many programs have put one there.
  private func ink(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var ink = text.filter { !$0.properties.isWhitespace }
    while ink.last == "\u{1A}" { ink.removeLast() }
    return Array(ink.drop { $0 == "\u{FEFF}" })
  }

  private var scalars: [Unicode.Scalar] {
    Array(String(decoding: draft.text, as: UTF8.self).unicodeScalars)
  }

  /// The source as the standard library decodes it; `nil` where it has no such encoding.
  private var sourceScalars: [Unicode.Scalar]? {
    let bytes = source.bytes
    switch draft.encoding {
    case SourceEncoding.utf8.rawValue:
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return Array(
        String(decoding: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self).unicodeScalars)
    case SourceEncoding.utf16LittleEndian.rawValue, SourceEncoding.utf16BigEndian.rawValue:
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        UInt16(bytes[index]) << (isLittle ? 0 : 8) | UInt16(bytes[index + 1]) << (isLittle ? 8 : 0)
      }
      return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    default: return nil
    }
  }

  private var plainFlaws: [String] {
    guard choice.accepts == .none else { return cleanedFlaws }
    guard let known = sourceScalars else { return [] }
    return ink(known) == ink(scalars) ? [] : ["a plain text lost or gained a character"]
  }

  /// A cleaned text is the text before it with what the proposals name, and nothing else, changed.
  private var cleanedFlaws: [String] {
    var options = choice.options
    options.accepts = .none
    guard let before = try? DraftReader.read(source, options: options) else {
      return ["a text can be read with cleaning alone"]
    }
    var expected: [Unicode.Scalar] = []
    var position = 0
    let old = Array(String(decoding: before.text, as: UTF8.self).unicodeScalars)
    for proposal in draft.proposals {
      guard proposal.range.start >= position, proposal.range.end <= old.count else {
        return ["a proposal of a cleaned text lies outside the text before it"]
      }
      expected += old[position..<proposal.range.start]
      expected += proposal.after.unicodeScalars
      position = proposal.range.end
    }
    expected += old[position...]
    return ink(expected) == ink(scalars) ? [] : ["cleaning changed what no proposal names"]
  }

  private var markdownFlaws: [String] {
    guard choice.accepts == .none, let known = sourceScalars, !known.contains("&") else {
      return []
    }
    let (old, new) = (ink(known), ink(scalars))
    var place = old.startIndex
    for scalar in new {
      guard let found = old[place...].firstIndex(of: scalar) else {
        return ["Markdown gained a character or changed their order"]
      }
      place = found + 1
    }
    // What takes words away: tags, links, code, and what stands before the text itself.
    guard known.allSatisfy({ !"<[`~".unicodeScalars.contains($0) }),
      !ink(known).starts(with: "---".unicodeScalars)
    else { return [] }
    return words(old) == words(new) ? [] : ["Markdown without tags, links and code lost a word"]
  }

  private func words(_ ink: [Unicode.Scalar]) -> [Unicode.Scalar] {
    ink.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// A frozen text, read again, is itself.
  private var repeatedFlaws: [String] {
    let again = SourceText(name: source.name, bytes: draft.text)
    let options = ReadingOptions(format: .text, encoding: .utf8, unit: choice.unit)
    var second = draft
    do throws(ReadingError) {
      second = try DraftReader.read(again, options: options)
    } catch .binary(_, .controls) {
      // What was taken off it were characters among which the controls were few.
      return []
    } catch {
      return ["a frozen text cannot be read again: \(error)"]
    }
    guard second.text == draft.text else { return ["a frozen text read again is another"] }
    guard choice.format == .text, choice.accepts == .none else { return [] }
    second.encoding = draft.encoding
    return second == draft ? [] : ["a frozen text read again has other lines, sections or voices"]
  }
}
