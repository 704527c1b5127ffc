import Synthesis

/// Finds the quotations inside one paragraph.
struct InlineVoices {
  let text: [UInt8]
  let block: Range<Int>
  let italics: [Range<Int>]

  /// The voices, in order.
  ///
  /// - Parameter nextOpens: Whether the next paragraph opens with a quotation mark; then one that is
  ///   open at this paragraph's end is a quotation too.
  /// - Returns: The voices, ordered and disjoint.
  func voices(nextOpens: Bool) -> [FoundVoice] {
    var voices = quoted(nextOpens)
    for italic in italics where !voices.contains(where: { $0.range.overlaps(italic) }) {
      if let voice = emphasised(italic) { voices.append(voice) }
    }
    return italics.isEmpty ? voices : disjoint(voices)
  }

  private func disjoint(_ voices: [FoundVoice]) -> [FoundVoice] {
    var end = 0
    return voices.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { voice in
      defer { end = max(end, voice.range.upperBound) }
      return voice.range.lowerBound >= end
    }
  }

  private func quoted(_ nextOpens: Bool) -> [FoundVoice] {
    let marks = QuoteMarks(text: text, block: block)
    var voices: [FoundVoice] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard isMark(text[index]) else {
        index += 1
        continue
      }
      let open = index
      var end = marks.end(ofQuotationAt: open)
      if end == nil, nextOpens, text.has("“", at: open) { end = block.upperBound }
      guard let end else {
        index += text.width(at: index)
        continue
      }
      let notes = NotesAfter(in: text, from: end, to: block.upperBound)
      if let voice = voice(open..<end, notes) { voices.append(voice) }
      index = notes.end
    }
    return voices
  }

  /// Whether a quotation mark may start with the byte.
  private func isMark(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
  }

  private func voice(_ words: Range<Int>, _ notes: NotesAfter) -> FoundVoice? {
    let start = start(of: words)
    var evidence = Evidence(speaker: notes.speaker ?? speakerBefore(words), isCited: notes.isCited)
    let isLong = Speech.words(text, in: words, upTo: 3) > 2
    guard isLong || evidence.speaker != nil else { return nil }
    evidence.isFirstPerson = Speech.isFirstPerson(text, in: words)
    guard evidence.speaker == nil, !evidence.isFirstPerson else {
      return FoundVoice(start..<notes.end, evidence)
    }
    evidence.isIntroduced = Speech.introduces(
      text, before: words.lowerBound, from: block.lowerBound)
    return FoundVoice(start..<notes.end, evidence)
  }

  /// The start of the quotation, or of the bullet, number or name before it.
  private func start(of words: Range<Int>) -> Int {
    if speakerBefore(words) != nil { return block.lowerBound }
    let head = text[block.lowerBound..<words.lowerBound]
    return head.count <= 6 && !head.contains(where: \.isLetter)
      ? block.lowerBound : words.lowerBound
  }

  /// The name before the colon where the paragraph is `P12: “…”`.
  private func speakerBefore(_ words: Range<Int>) -> String? {
    guard words.lowerBound - block.lowerBound <= 60, let label = DialogueLabel(in: text, block),
      label.end == words.lowerBound, label.kind != .interviewer
    else { return nil }
    return label.name
  }

  /// Italics are a quotation if a speaker is named after them or a first person speaks at length.
  private func emphasised(_ words: Range<Int>) -> FoundVoice? {
    let notes = NotesAfter(in: text, from: words.upperBound, to: block.upperBound)
    guard Speech.words(text, in: words, upTo: 3) > 2 else { return nil }
    let evidence = Evidence(
      speaker: notes.speaker, isCited: notes.isCited,
      isFirstPerson: Speech.isFirstPerson(text, in: words))
    guard evidence.speaker != nil || evidence.isFirstPerson else { return nil }
    return FoundVoice(start(of: words)..<notes.end, evidence)
  }
}
