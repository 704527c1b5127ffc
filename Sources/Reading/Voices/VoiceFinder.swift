import Synthesis

/// Finds quotations and guesses whose words they hold.
struct VoiceFinder {
  let layout: Layout
  private var voices: [FoundVoice] = []
  private var emphasis = 0

  var text: [UInt8] { layout.text }

  /// The voices of a text, ordered and disjoint.
  ///
  /// O(*n*).
  static func voices(in layout: Layout) -> [FoundVoice] {
    var finder = VoiceFinder(layout: layout)
    for index in layout.blocks.indices { finder.add(index) }
    return finder.voices
  }

  private init(layout: Layout) { self.layout = layout }

  private mutating func add(_ index: Int) {
    let block = layout.blocks[index]
    let italics = emphases(in: block.range)
    guard !block.isHeading, block.kind != .row, block.kind != .verbatim else { return }
    if extendLast(with: index) { return }
    if block.kind == .quotation {
      addSetOff(index, goesOn: index > 0 && layout.blocks[index - 1].kind == .quotation)
    } else if let turn = turn(at: index) {
      voices.append(turn)
    } else if isSetOffByColon(index, italics) {
      addSetOff(index, goesOn: false)
    } else {
      let inline = InlineVoices(text: text, block: block.range, italics: italics)
      voices += inline.voices(nextOpens: opensAgain(after: index))
    }
  }

  private mutating func emphases(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    while emphasis < layout.emphases.count,
      layout.emphases[emphasis].range.lowerBound < range.upperBound
    {
      let next = layout.emphases[emphasis]
      if !next.isStrong, next.range.lowerBound >= range.lowerBound { found.append(next.range) }
      emphasis += 1
    }
    return found
  }

  /// Whether the next paragraph opens a quotation again, as those of several paragraphs do.
  private func opensAgain(after index: Int) -> Bool {
    guard index + 1 < layout.blocks.count else { return false }
    let next = layout.blocks[index + 1]
    return next.kind == .paragraph && text.scalar(at: next.range.lowerBound) == "“"
  }

  // MARK: Blocks

  private mutating func addSetOff(_ index: Int, goesOn: Bool) {
    let range = layout.blocks[index].range
    let note = NoteAtEnd.read(text, range)?.note
    var evidence = Evidence(isFirstPerson: Speech.isFirstPerson(text, in: range), isSetOff: true)
    if case .speaker(let name)? = note { evidence.speaker = name }
    evidence.isCited = note == .citation || LineMarks.endsWithCitation(text, range)
    if let label = DialogueLabel(in: text, range), label.kind != .interviewer {
      evidence.speaker = evidence.speaker ?? label.name
    }
    if goesOn, let last = voices.indices.last, voices[last].speaker.isEmpty {
      join(last, with: range, evidence)
    } else {
      voices.append(FoundVoice(range, evidence))
    }
  }

  /// A quotation's next paragraph: one voice, and the better evidence of the two.
  private mutating func join(_ last: Int, with range: Range<Int>, _ evidence: Evidence) {
    let whole = voices[last].range.lowerBound..<range.upperBound
    let isBetter = evidence.speaker != nil || evidence.isFirstPerson || evidence.isCited
    if isBetter, voices[last].why != "first-person speech" || evidence.speaker != nil {
      voices[last] = FoundVoice(whole, evidence)
    } else {
      voices[last].range = whole
    }
  }

  /// A paragraph that is only a speaker or citation belongs to the quotation just before it.
  private mutating func extendLast(with index: Int) -> Bool {
    let range = layout.blocks[index].range
    guard index > 0, range.count <= Attribution.limit, let last = voices.indices.last,
      voices[last].range.upperBound == layout.blocks[index - 1].range.upperBound,
      let found = NoteAtEnd.read(text, range), found.start == range.lowerBound
    else { return false }
    var evidence = Evidence(isSetOff: true)
    if case .speaker(let name) = found.note {
      evidence.speaker = name
    } else {
      evidence.isCited = true
    }
    join(last, with: range, evidence)
    return true
  }

  private func isSetOffByColon(_ index: Int, _ italics: [Range<Int>]) -> Bool {
    let block = layout.blocks[index]
    guard index > 0, block.kind == .paragraph, !layout.blocks[index - 1].isHeading,
      LineMarks.endsWithColon(text, layout.blocks[index - 1].range),
      !text.scalar(at: block.range.lowerBound).isOpener
    else { return false }
    if italics.contains(where: { $0.count * 10 >= block.range.count * 7 }) { return true }
    if case .speaker? = NoteAtEnd.read(text, block.range)?.note { return true }
    return false
  }

  // MARK: Turns of talk

  private func turn(at index: Int) -> FoundVoice? {
    let range = layout.blocks[index].range
    guard let label = label(at: index), !text.scalar(at: label.end).isOpener else { return nil }
    let isTalk = [index - 1, index + 1].contains { self.label(at: $0) != nil }
    switch label.kind {
    case .interviewer:
      guard isTalk else { return nil }
      return FoundVoice(range, .author, speaker: label.name, why: "the interviewer's turn")
    case .name where !isTalk && !Speech.isFirstPerson(text, in: range):
      return nil
    case .name, .participant:
      return FoundVoice(range, .participant, speaker: label.name, why: "a turn of talk")
    }
  }

  private func label(at index: Int) -> DialogueLabel? {
    guard layout.blocks.indices.contains(index), !layout.blocks[index].isHeading else { return nil }
    return DialogueLabel(in: text, layout.blocks[index].range)
  }
}

extension LineMarks {
  /// Whether the words of `range` end with a citation glued to them, such as `⁶⁻⁸` or `^{7}`.
  static func endsWithCitation(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.upperBound
    while let before = text.index(before: index, from: max(range.lowerBound, range.upperBound - 60))
    {
      index = before
      if Citation.gluedEnd(in: text, at: index, to: range.upperBound) == range.upperBound {
        return true
      }
    }
    return false
  }
}
